package io.duckgres.gateway.session;

import io.duckgres.transpiler.plan.CommandTag;

/**
 * A statement that has been started: rows to send, or done already.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/protocol-message-formats.html">CommandComplete</a>
 */
final class Execution implements Detachable, AutoCloseable {
  private final Cursor cursor;
  private final CommandTag tag;
  private final long changedRows;
  private long sentBefore;
  private boolean exhausted;

  private Execution(Cursor cursor, CommandTag tag, long changedRows) {
    this.cursor = cursor;
    this.tag = tag;
    this.changedRows = changedRows;
  }

  /** A statement without rows that is done. */
  static Execution done(CommandTag tag, long changedRows) {
    return new Execution(null, tag, changedRows);
  }

  /** Rows to send. */
  static Execution rows(Cursor cursor, CommandTag tag) {
    return new Execution(cursor, tag, 0);
  }

  boolean hasRows() {
    return cursor != null;
  }

  /**
   * Sends rows.
   *
   * @param limit how many at most
   * @return the tag when nothing is left to send, null when the limit was reached
   */
  String send(long limit, ClientStream out) {
    if (cursor == null) {
      return tag.format(changedRows);
    }
    long sent = exhausted ? 0 : cursor.send(limit, out);
    if (sent == limit) {
      sentBefore += sent;
      return null;
    }
    exhausted = true;
    cursor.close();
    // A query's tag counts the rows of this Execute, that of INSERT … RETURNING all of them.
    boolean isQuery = tag.text().equals(CommandTag.SELECT.text());
    long total = isQuery ? sent : sentBefore + sent;
    sentBefore = total;
    return tag.format(total);
  }

  /** How many rows were changed by a statement that returns none. */
  long changedRows() {
    return changedRows;
  }

  /** Sums up the rows that it detaches with. */
  void digestTo(RowDigest rows) {
    if (cursor != null) {
      cursor.digestTo(rows);
    }
  }

  @Override
  public void detach() {
    if (cursor != null && !exhausted) {
      cursor.detach();
    }
  }

  @Override
  public void close() {
    if (cursor != null) {
      cursor.close();
    }
  }
}
