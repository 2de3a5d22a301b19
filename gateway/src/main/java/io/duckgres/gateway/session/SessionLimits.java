package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * What one session may keep.
 *
 * @param preparedStatements at once
 * @param portals at once, cursors among them
 */
public record SessionLimits(int preparedStatements, int portals) {
  /** No limits. */
  public static final SessionLimits NONE = new SessionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * Refuses one more.
   *
   * @param things what there would be too many of
   * @param key of the configuration
   * @throws PgException 54000
   */
  static void check(int count, int limit, String things, String key) {
    if (count >= limit) {
      throw new PgException(
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "too many " + things + ": the session has " + count + " already")
          .withHint("The server's configuration sets the limit: limits." + key + ".");
    }
  }
}
