package io.duckgres.gateway.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The live sessions of a server by their process ids. Thread-safe. */
final class SessionRegistry {
  private final Map<Integer, SqlSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, DatabaseState> databases = new ConcurrentHashMap<>();
  private final Interrupts interrupts = new Interrupts();

  /** What the sessions over a user's database share. */
  DatabaseState database(String user) {
    return databases.computeIfAbsent(user, name -> new DatabaseState());
  }

  /** Threads that interrupt sessions. */
  Interrupts interrupts() {
    return interrupts;
  }

  void add(SqlSession session) {
    sessions.put(session.processId(), session);
  }

  void remove(SqlSession session) {
    sessions.remove(session.processId(), session);
  }

  /** The sessions over a user's database. */
  List<SqlSession> of(String user) {
    return sessions.values().stream().filter(session -> session.user().equals(user)).toList();
  }

  /** A user's session; null when he has none with this process id. */
  SqlSession find(String user, int processId) {
    SqlSession session = sessions.get(processId);
    return session != null && session.user().equals(user) ? session : null;
  }
}
