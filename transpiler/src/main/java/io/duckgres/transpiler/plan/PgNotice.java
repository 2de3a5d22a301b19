package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.SqlState;

/**
 * A NoticeResponse that belongs to a plan.
 *
 * @param severity {@code NOTICE}, {@code WARNING} or {@code INFO}
 * @param state its SQLSTATE
 * @param message what it says
 * @param detail its detail line, or null
 */
public record PgNotice(String severity, SqlState state, String message, String detail) {

  /** A notice without detail. */
  public PgNotice(String severity, SqlState state, String message) {
    this(severity, state, message, null);
  }

  /** A NOTICE. */
  public static PgNotice notice(SqlState state, String message) {
    return new PgNotice("NOTICE", state, message);
  }

  /** A NOTICE of state 00000: what IF EXISTS skips. */
  public static PgNotice skipping(String message) {
    return notice(SqlState.SUCCESSFUL_COMPLETION, message);
  }

  /** A WARNING. */
  public static PgNotice warning(SqlState state, String message) {
    return new PgNotice("WARNING", state, message);
  }
}
