package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * A window on the data: what is being read stands in one array, which holds no more than the
 * longest line or value and one piece of the client's.
 */
final class CopyBuffer {
  /** PostgreSQL's limit for a line. */
  private static final int LIMIT = 0x3FFFFFFF;

  private final CopyInput input;
  private boolean ended;

  byte[] bytes = new byte[0];

  /** What is before it is not needed any more. */
  int start;

  /** Behind the last byte that is here. */
  int limit;

  CopyBuffer(CopyInput input) {
    this.input = input;
  }

  /**
   * Gets more bytes. What is kept moves to the beginning of the array: indexes shrink by what
   * {@link #start} was before.
   *
   * @return false at the end
   */
  boolean more() {
    if (ended) {
      return false;
    }
    byte[] piece = input.next();
    while (piece != null && piece.length == 0) {
      piece = input.next();
    }
    if (piece == null) {
      ended = true;
      return false;
    }
    int kept = limit - start;
    if (kept == 0) {
      bytes = piece;
      limit = piece.length;
    } else {
      append(piece, kept);
    }
    start = 0;
    return true;
  }

  private void append(byte[] piece, int kept) {
    if (kept > LIMIT - piece.length) {
      throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "out of memory")
          .withDetail("Cannot enlarge string buffer containing " + kept + " bytes.");
    }
    int needed = kept + piece.length;
    byte[] target = bytes;
    if (needed > bytes.length) {
      target = new byte[Math.max(needed, (int) Math.min(LIMIT, 2L * bytes.length))];
    }
    System.arraycopy(bytes, start, target, 0, kept);
    System.arraycopy(piece, 0, target, kept, piece.length);
    bytes = target;
    limit = needed;
  }

  /** Reads and drops what is left. */
  void drain() {
    start = 0;
    limit = 0;
    while (more()) {
      limit = 0;
    }
  }
}
