package io.duckgres.gateway.engine;

/** One open database, shared by all sessions of its user. Thread-safe. */
public interface Engine extends AutoCloseable {
  /**
   * Opens a session of its own: own transaction, own temporary tables.
   *
   * @throws io.duckgres.pgtype.PgException when the engine refuses
   */
  EngineSession openSession();

  @Override
  void close();
}
