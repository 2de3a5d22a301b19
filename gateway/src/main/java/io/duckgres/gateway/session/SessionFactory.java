package io.duckgres.gateway.session;

/** Opens the session of an authenticated client. Thread-safe. */
@FunctionalInterface
public interface SessionFactory {
  /**
   * Opens a session and greets the client: ParameterStatus messages, BackendKeyData and
   * ReadyForQuery are written, but not flushed.
   *
   * @throws io.duckgres.pgtype.PgException a FATAL error: there will be no session
   */
  Session open(ClientInfo client, ClientStream stream);
}
