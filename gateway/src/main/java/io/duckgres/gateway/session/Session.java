package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.FrontendMessage;

/** A client's session. Used by one thread at a time, but for {@link #cancel()}. */
public interface Session extends AutoCloseable {
  /**
   * Handles the next message; blocks as long as that takes. Errors of the client's are answered and
   * not thrown.
   *
   * @throws io.duckgres.gateway.wire.ClientGoneException when the connection is closed meanwhile
   * @throws io.duckgres.pgtype.PgException a FATAL error: the connection ends with it
   */
  void handle(FrontendMessage message);

  /**
   * Asks to cancel what the session runs now, if it runs anything, and does not wait for it;
   * callable from any thread.
   */
  void cancel();

  /** Frees everything, an open transaction is rolled back. */
  @Override
  void close();
}
