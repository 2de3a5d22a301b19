package io.duckgres.transpiler.plan;

/**
 * How a statement is done again when its transaction has to be repeated up to a savepoint.
 *
 * @param kind the way
 * @param returning for {@link Kind#ROWS}: the statement with the inserted rows as further columns
 *     of its result, as texts; otherwise null
 * @param insert for {@link Kind#ROWS}: what comes before the values that insert these rows;
 *     otherwise null
 * @param columns for {@link Kind#ROWS}: how many columns the rows have
 */
public record Repetition(Kind kind, String returning, String insert, int columns) {

  /** The ways. */
  public enum Kind {
    /** The same statement with the same parameters does the same. */
    SAME,
    /** It would insert other rows; those that it has inserted are inserted instead. */
    ROWS,
    /** It would do something else. */
    NEVER
  }

  /** The same statement. */
  public static final Repetition SAME = new Repetition(Kind.SAME, null, null, 0);

  /** None. */
  public static final Repetition NEVER = new Repetition(Kind.NEVER, null, null, 0);
}
