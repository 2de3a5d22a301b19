package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.wire.MessageSink;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * The rows of a cursor and its place among them. They come from the engine as they are asked for
 * and stay in logs, from which the cursor goes back.
 */
final class CursorRows implements Detachable, AutoCloseable {
  private static final int BUFFER_SIZE = 64 << 10;
  private static final int FIRST_PIECE = 64;

  /** How much of what lies behind is kept. */
  enum Memory {
    /** NO SCROLL: nothing. */
    NOTHING,
    /** Neither SCROLL nor NO SCROLL: what fits into memory. */
    SOME,
    /** SCROLL, and WITH HOLD: all. */
    ALL
  }

  /** The rows encoded in one of the formats that FETCH asks for. */
  private record Encoded(RowEncoder encoder, RowLog log) {}

  /**
   * Where rows come from.
   *
   * @param encoders the encoder for formats, one code for each column
   * @param errors PostgreSQL's error for the engine's
   * @param atClose called once, after the stream was closed
   */
  record Source(
      RowStream stream,
      int columns,
      Function<List<Short>, RowEncoder> encoders,
      Cancellation cancellation,
      Function<EngineException, RuntimeException> errors,
      Runnable atClose) {}

  private final Source source;
  private final Memory memory;
  private final Map<List<Short>, Encoded> encoded = new HashMap<>();
  private boolean undecided;
  private VectorSchemaRoot batch;
  private int offset;
  private int piece = FIRST_PIECE;
  private boolean ended;

  private final List<Long> identifiers = new ArrayList<>();

  /** Rows that have come from the engine. */
  private long read;

  private boolean broken;

  /** The row that the cursor is on: 0 before the first one, read + 1 behind the last one. */
  private long position;

  CursorRows(Source source, Memory memory) {
    this.source = source;
    this.memory = memory;
  }

  long position() {
    return position;
  }

  /** The engine's identifier of the row that the cursor is on. */
  long identifier() {
    return identifiers.get((int) position - 1);
  }

  boolean isOnRow() {
    return position >= 1 && position <= read;
  }

  /**
   * Goes forward over this many rows and sends them.
   *
   * @param out null to send nothing
   * @return how many there were
   */
  long forward(long count, List<Short> formats, MessageSink out) {
    return unbroken(() -> goForward(count, formats, out));
  }

  private long goForward(long count, List<Short> formats, MessageSink out) {
    RowLog log = out == null ? null : log(formats);
    long done = 0;
    while (done < count && fill(position + 1, count - done)) {
      long available = Math.min(read - position, count - done);
      if (log != null) {
        requireKept(log, position + 1);
        log.send(position + 1, available, out);
      }
      position += available;
      done += available;
      forgetOld();
    }
    if (done < count) {
      position = read + 1;
    }
    return done;
  }

  /**
   * Goes back over this many rows and sends them, the nearest first.
   *
   * @param out null to send nothing
   * @return how many there were
   * @throws PgException 55000 when the cursor doesn't scroll
   */
  long backward(long count, List<Short> formats, MessageSink out) {
    return unbroken(() -> goBackward(count, formats, out));
  }

  private long goBackward(long count, List<Short> formats, MessageSink out) {
    if (position == 0 || count <= 0) {
      return 0;
    }
    requireScroll();
    long done = Math.min(count, position - 1);
    if (out != null && done > 0) {
      RowLog log = log(formats);
      requireKept(log, position - done);
      for (long i = 1; i <= done; i++) {
        log.send(position - i, 1, out);
      }
    }
    position = done < count ? 0 : position - done;
    return done;
  }

  /**
   * Goes to just before a row that has been there already.
   *
   * @throws PgException 55000 when the cursor doesn't scroll
   */
  void rewindBefore(long row) {
    unbroken(
        () -> {
          if (position > 0) {
            requireScroll();
            position = row - 1;
          }
          return 0;
        });
  }

  /** Whether it failed: PostgreSQL runs no such portal again. */
  boolean isBroken() {
    return broken;
  }

  private long unbroken(LongSupplier motion) {
    broken = true;
    long done = motion.getAsLong();
    broken = false;
    return done;
  }

  private void requireScroll() {
    if (memory == Memory.NOTHING) {
      throw forwardOnly();
    }
  }

  private static void requireKept(RowLog log, long row) {
    if (!log.has(row)) {
      throw forwardOnly();
    }
  }

  private static PgException forwardOnly() {
    return new PgException(
            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cursor can only scan forward")
        .withHint("Declare it with SCROLL option to enable backward scan.");
  }

  private void forgetOld() {
    if (memory != Memory.ALL) {
      // The row that the cursor is on can be fetched again.
      long first = memory == Memory.NOTHING ? position + 1 : position;
      encoded.values().forEach(each -> each.log().forgetBefore(first, memory == Memory.NOTHING));
    }
  }

  private RowLog log(List<Short> formats) {
    Encoded known = encoded.get(formats);
    if (known == null && read > 0) {
      throw PgException.notSupported("fetching from a cursor in another format than before");
    }
    if (known == null) {
      closeLogs();
      known = add(formats);
    } else if (undecided) {
      for (Map.Entry<List<Short>, Encoded> other : Map.copyOf(encoded).entrySet()) {
        if (!other.getKey().equals(formats)) {
          encoded.remove(other.getKey());
          other.getValue().log().close();
        }
      }
    }
    undecided = false;
    return known.log();
  }

  private Encoded add(List<Short> formats) {
    Encoded added = new Encoded(source.encoders().apply(formats), new RowLog());
    encoded.put(List.copyOf(formats), added);
    return added;
  }

  /** Reads ahead, so that this row is there unless there are fewer. */
  private boolean fill(long row, long wanted) {
    while (read < row && hasRow()) {
      if (encoded.isEmpty()) {
        // Nothing was fetched yet: the client may want either format.
        undecided = true;
        add(Collections.nCopies(source.columns(), (short) 0));
        if (source.columns() > 0) {
          add(Collections.nCopies(source.columns(), (short) 1));
        }
      }
      int count = (int) Math.min(wanted, Math.min(piece, batch.getRowCount() - offset));
      long length = 0;
      for (Encoded each : encoded.values()) {
        ByteBuf buffer = Unpooled.buffer(Math.min(BUFFER_SIZE, 64 * count));
        try {
          each.encoder().encode(batch, offset, offset + count, buffer);
        } catch (RuntimeException | Error e) {
          buffer.release();
          throw e;
        }
        length += buffer.readableBytes();
        each.log().add(buffer, count);
      }
      identify(count);
      offset += count;
      read += count;
      piece = (int) Math.max(1, Math.min(4096, BUFFER_SIZE / Math.max(1, length / count)));
    }
    return read >= row;
  }

  /** Keeps the identifiers of rows, where the engine gives them in a column behind the others. */
  private void identify(int count) {
    if (batch.getFieldVectors().size() > source.columns()
        && batch.getVector(source.columns()) instanceof BigIntVector rows) {
      for (int i = 0; i < count; i++) {
        identifiers.add(rows.get(offset + i));
      }
    }
  }

  private boolean hasRow() {
    source.cancellation().check();
    while (!ended && (batch == null || offset >= batch.getRowCount())) {
      try {
        batch = source.stream().next();
      } catch (EngineException e) {
        throw source.errors().apply(e);
      }
      offset = 0;
      if (batch == null) {
        closeStream();
      }
    }
    return !ended;
  }

  @Override
  public void detach() {
    while (fill(read + 1, Long.MAX_VALUE)) {
      // All rows go to the logs.
    }
  }

  private void closeStream() {
    if (!ended) {
      ended = true;
      batch = null;
      try {
        source.stream().close();
      } catch (EngineException e) {
        throw source.errors().apply(e);
      } finally {
        source.atClose().run();
      }
    }
  }

  private void closeLogs() {
    encoded.values().forEach(each -> each.log().close());
    encoded.clear();
  }

  @Override
  public void close() {
    closeLogs();
    closeStream();
  }
}
