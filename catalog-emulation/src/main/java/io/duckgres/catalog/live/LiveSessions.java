package io.duckgres.catalog.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The live sessions of one instance by their connections, which the engine's SQL names by {@code
 * current_connection_id()}. Thread-safe.
 */
public final class LiveSessions {
  private final Map<String, SessionAnswers> sessions = new ConcurrentHashMap<>();

  /**
   * Registers the functions in the connection's instance.
   *
   * @param columns the names of a relation's columns
   * @throws SQLException when the engine refuses
   */
  public void register(Connection connection, Function<String, List<String>> columns)
      throws SQLException {
    SessionCall.register(connection, this);
    SessionRows.register(connection, this, columns);
  }

  /**
   * A session begins to answer.
   *
   * @return what {@link #remove} takes
   * @throws SQLException when the engine can't tell the connection's id
   */
  public String add(Connection connection, SessionAnswers session) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT CAST(current_connection_id() AS VARCHAR)");
        ResultSet row = statement.executeQuery()) {
      row.next();
      String id = row.getString(1);
      sessions.put(id, session);
      return id;
    }
  }

  /** A session has ended. */
  public void remove(String connection) {
    sessions.remove(connection);
  }

  /** The session of a connection, or null. */
  SessionAnswers find(String connection) {
    return sessions.get(connection);
  }
}
