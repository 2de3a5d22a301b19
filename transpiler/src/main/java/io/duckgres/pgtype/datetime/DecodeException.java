package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Why a text is no date, time or interval.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DateTimeParseError).
 */
final class DecodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  enum Problem {
    BAD_FORMAT,
    FIELD_OVERFLOW,
    MONTH_OR_DAY_OVERFLOW,
    INTERVAL_OVERFLOW,
    DISPLACEMENT_OVERFLOW,
    BAD_ZONE
  }

  private final Problem problem;
  private final String zone;

  private DecodeException(Problem problem, String zone) {
    super(problem.name(), null, false, false);
    this.problem = problem;
    this.zone = zone;
  }

  static DecodeException of(Problem problem) {
    return new DecodeException(problem, null);
  }

  static DecodeException badFormat() {
    return of(Problem.BAD_FORMAT);
  }

  static DecodeException fieldOverflow() {
    return of(Problem.FIELD_OVERFLOW);
  }

  static DecodeException badZone(String zone) {
    return new DecodeException(Problem.BAD_ZONE, zone);
  }

  Problem problem() {
    return problem;
  }

  /**
   * PostgreSQL's error.
   *
   * @param text the whole text
   * @param type name of the type as the input function says it
   */
  PgException error(String text, String type) {
    String quoted = ": \"" + text + "\"";
    return switch (problem) {
      case FIELD_OVERFLOW ->
          new PgException(
              SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range" + quoted);
      case MONTH_OR_DAY_OVERFLOW ->
          new PgException(
                  SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range" + quoted)
              .withHint("Perhaps you need a different \"datestyle\" setting.");
      case INTERVAL_OVERFLOW ->
          new PgException(
              SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range" + quoted);
      case DISPLACEMENT_OVERFLOW ->
          new PgException(
              SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
              "time zone displacement out of range" + quoted);
      case BAD_ZONE ->
          new PgException(
              SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + zone + "\" not recognized");
      case BAD_FORMAT ->
          new PgException(
              SqlState.INVALID_DATETIME_FORMAT, "invalid input syntax for type " + type + quoted);
    };
  }
}
