package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.MessageSink;

/** The rows of a result, on their way to the client. */
interface Cursor extends AutoCloseable {
  /**
   * Sends the next rows.
   *
   * @param limit how many at most
   * @return how many were sent; fewer than the limit at the end
   * @throws io.duckgres.pgtype.PgException when the engine fails or the client cancels
   */
  long send(long limit, MessageSink out);

  /** The engine is needed for something else: the cursor must not depend on it any more. */
  default void detach() {}

  /** Sums up the rows that the cursor detaches with. */
  default void digestTo(RowDigest rows) {}

  @Override
  void close();
}
