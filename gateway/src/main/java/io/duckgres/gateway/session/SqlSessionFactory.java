package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.gateway.settings.StartupOptions;
import io.duckgres.pgtype.PgException;
import java.util.Map;
import java.util.Set;

/** Opens sessions that run SQL on their users' databases. */
public final class SqlSessionFactory implements SessionFactory {
  /** Startup parameters that are no run-time parameters. */
  private static final Set<String> NO_SETTINGS =
      Set.of("user", "database", "options", "replication");

  private final SessionServices services;
  private final SessionRegistry sessions = new SessionRegistry();

  /** A factory of sessions that share these services. */
  public SqlSessionFactory(SessionServices services) {
    this.services = services;
  }

  @Override
  public Session open(ClientInfo client, ClientStream stream) {
    SessionSettings settings = settings(client);
    EngineSession engine;
    try {
      engine = services.engines().apply(client.startup().user()).openSession();
    } catch (EngineException e) {
      throw EngineErrors.translate(e);
    }
    SqlSession session =
        new SqlSession(new SessionContext(services, sessions, client, stream, engine, settings));
    sessions.add(session);
    session.greet();
    return session;
  }

  private static SessionSettings settings(ClientInfo client) {
    Map<String, String> startup = client.startup().parameters();
    if (!isFalse(startup.getOrDefault("replication", "false"))) {
      throw PgException.notSupported("replication");
    }
    SessionSettings settings =
        new SessionSettings(Map.of("session_authorization", client.startup().user()));
    StartupOptions.parse(startup.getOrDefault("options", "")).forEach(settings::start);
    startup.forEach(
        (name, value) -> {
          if (!NO_SETTINGS.contains(name)) {
            settings.start(name, value);
          }
        });
    return settings;
  }

  private static boolean isFalse(String value) {
    return Set.of("false", "off", "no", "0").contains(value);
  }
}
