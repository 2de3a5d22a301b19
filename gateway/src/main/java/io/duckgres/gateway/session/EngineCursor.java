package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.wire.MessageSink;
import io.netty.buffer.ByteBuf;
import java.util.function.Function;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Rows that stream from the engine batch by batch, as fast as the client takes them. Only one of
 * them can be open in a session: when the engine is needed for something else, what is left is
 * spooled.
 */
final class EngineCursor implements Cursor {
  /** Bytes of one buffer, roughly. */
  private static final int BUFFER_SIZE = 64 << 10;

  private static final int FIRST_PIECE = 64;

  private final RowStream stream;
  private final RowEncoder encoder;
  private final Cancellation cancellation;
  private final Function<EngineException, RuntimeException> errors;
  private final Runnable beforeRows;
  private final Runnable atClose;
  private VectorSchemaRoot batch;
  private int position;
  private int piece = FIRST_PIECE;
  private boolean closed;
  private RowSpool spool;
  private RowDigest digest;

  /**
   * A cursor over a stream.
   *
   * @param errors PostgreSQL's error for the engine's
   * @param beforeRows called before rows are sent, when they are computed
   * @param atClose called once, after the stream was closed
   */
  EngineCursor(
      RowStream stream,
      RowEncoder encoder,
      Cancellation cancellation,
      Function<EngineException, RuntimeException> errors,
      Runnable beforeRows,
      Runnable atClose) {
    this.stream = stream;
    this.encoder = encoder;
    this.cancellation = cancellation;
    this.errors = errors;
    this.beforeRows = beforeRows;
    this.atClose = atClose;
  }

  @Override
  public long send(long limit, MessageSink out) {
    if (spool != null) {
      return spool.send(limit, out);
    }
    long sent = 0;
    while (sent < limit && hasRow()) {
      int count = (int) Math.min(limit - sent, Math.min(piece, batch.getRowCount() - position));
      ByteBuf buffer = out.allocator().directBuffer(BUFFER_SIZE);
      encode(count, buffer);
      sent += count;
      beforeRows.run();
      out.writeEncoded(buffer);
      if (!out.isWritable()) {
        out.awaitWritable();
      }
    }
    return sent;
  }

  @Override
  public void digestTo(RowDigest rows) {
    digest = rows;
  }

  @Override
  public void detach() {
    if (spool != null || closed) {
      return;
    }
    RowSpool rest = new RowSpool();
    rest.digestTo(digest);
    try {
      while (hasRow()) {
        int count = Math.min(piece, batch.getRowCount() - position);
        ByteBuf buffer = io.netty.buffer.Unpooled.buffer(BUFFER_SIZE);
        encode(count, buffer);
        rest.add(buffer, count);
      }
    } catch (RuntimeException e) {
      rest.close();
      throw e;
    }
    spool = rest;
    closeStream();
  }

  private boolean hasRow() {
    cancellation.check();
    while (!closed && (batch == null || position >= batch.getRowCount())) {
      try {
        batch = stream.next();
      } catch (EngineException e) {
        throw errors.apply(e);
      }
      position = 0;
      if (batch == null) {
        closeStream();
      }
    }
    return !closed;
  }

  /** Encodes the next rows and adapts the number of rows of a piece to their size. */
  private void encode(int count, ByteBuf buffer) {
    try {
      encoder.encode(batch, position, position + count, buffer);
    } catch (RuntimeException | Error e) {
      buffer.release();
      throw e;
    }
    position += count;
    long rowSize = Math.max(1, buffer.readableBytes() / count);
    piece = (int) Math.max(1, Math.min(4096, BUFFER_SIZE / rowSize));
  }

  private void closeStream() {
    if (!closed) {
      closed = true;
      batch = null;
      try {
        stream.close();
      } catch (EngineException e) {
        throw errors.apply(e);
      } finally {
        atClose.run();
      }
    }
  }

  @Override
  public void close() {
    if (spool != null) {
      spool.close();
    }
    closeStream();
  }
}
