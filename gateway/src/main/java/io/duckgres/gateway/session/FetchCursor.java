package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.MessageSink;
import io.duckgres.transpiler.plan.StatementPlan.Fetch;
import java.util.List;

/**
 * One FETCH or MOVE.
 *
 * <p>Source: {@code src/backend/tcop/pquery.c} (DoPortalRunFetch).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-fetch.html">FETCH</a>
 */
final class FetchCursor implements Cursor {
  private final CursorRows rows;
  private final List<Short> formats;
  private final boolean forward;
  private long remaining;
  private boolean stays;

  private FetchCursor(CursorRows rows, List<Short> formats, boolean forward, long remaining) {
    this.rows = rows;
    this.formats = formats;
    this.forward = forward;
    this.remaining = remaining;
  }

  /** Goes to where the rows begin; {@link #send} gives them. */
  static FetchCursor start(CursorRows rows, Fetch fetch, List<Short> formats) {
    long count = fetch.count();
    return switch (fetch.direction()) {
      case FORWARD -> steps(rows, formats, count, fetch.move());
      case BACKWARD -> steps(rows, formats, -count, fetch.move());
      case ABSOLUTE -> absolute(rows, formats, count);
      case RELATIVE -> relative(rows, formats, count, fetch.move());
    };
  }

  private static FetchCursor steps(CursorRows rows, List<Short> formats, long count, boolean move) {
    if (count == 0) {
      return again(rows, formats, move);
    }
    return new FetchCursor(rows, formats, count > 0, Math.abs(count));
  }

  /** The row that the cursor is on. */
  private static FetchCursor again(CursorRows rows, List<Short> formats, boolean move) {
    if (!rows.isOnRow()) {
      return new FetchCursor(rows, formats, true, 0);
    }
    if (!move) {
      rows.backward(1, formats, null);
      return new FetchCursor(rows, formats, true, 1);
    }
    // PostgreSQL tells it, but does not move.
    FetchCursor told = new FetchCursor(rows, formats, true, 1);
    told.stays = true;
    return told;
  }

  private static FetchCursor absolute(CursorRows rows, List<Short> formats, long row) {
    if (row < 0) {
      rows.forward(Long.MAX_VALUE, formats, null);
      rows.backward(-row - 1, formats, null);
      return new FetchCursor(rows, formats, false, 1);
    }
    if (row == 0) {
      rows.rewindBefore(1);
      return new FetchCursor(rows, formats, true, 0);
    }
    if (row <= rows.position()) {
      rows.rewindBefore(row);
    } else {
      rows.forward(row - 1 - rows.position(), formats, null);
    }
    return new FetchCursor(rows, formats, true, 1);
  }

  private static FetchCursor relative(
      CursorRows rows, List<Short> formats, long count, boolean move) {
    if (count == 0) {
      return again(rows, formats, move);
    }
    if (count > 0) {
      rows.forward(count - 1, formats, null);
      return new FetchCursor(rows, formats, true, 1);
    }
    rows.backward(-count - 1, formats, null);
    return new FetchCursor(rows, formats, false, 1);
  }

  /** Passes over the rows and returns how many there are. */
  long move() {
    return stays ? remaining : run(remaining, null);
  }

  @Override
  public long send(long limit, MessageSink out) {
    return run(Math.min(limit, remaining), out);
  }

  private long run(long count, MessageSink out) {
    if (count == 0) {
      return 0;
    }
    long done = forward ? rows.forward(count, formats, out) : rows.backward(count, formats, out);
    remaining = done < count ? 0 : remaining - done;
    return done;
  }

  /** The cursor lives on. */
  @Override
  public void close() {}
}
