package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.BackendMessage;
import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.pgtype.PgException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** The connection of a session without a client: it keeps the last error, and drops the rest. */
final class SilentStream implements ClientStream {
  private PgException error;

  /** The error since it was last asked for, or null. */
  PgException takeError() {
    PgException taken = error;
    error = null;
    return taken;
  }

  @Override
  public void write(BackendMessage message) {
    if (message instanceof ErrorResponse response) {
      error = response.error();
    }
  }

  @Override
  public void writeEncoded(ByteBuf messages) {
    messages.release();
  }

  @Override
  public void flush() {
    // Nobody waits.
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void awaitWritable() {
    // It always is.
  }

  @Override
  public ByteBufAllocator allocator() {
    return ByteBufAllocator.DEFAULT;
  }

  @Override
  public FrontendMessage nextMessage(Runnable whileWaiting) {
    throw PgException.notSupported("COPY FROM STDIN without a client");
  }

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void abandon() {
    // It never waits.
  }

  @Override
  public void terminate(PgException reason) {
    error = reason;
  }

  @Override
  public boolean isSyncNext() {
    return false;
  }
}
