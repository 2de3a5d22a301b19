package io.duckgres.transpiler.tree;

import java.util.List;

/**
 * The words of a SQL/JSON function that are no expressions.
 *
 * @param returning RETURNING type, or null
 * @param absentOnNull ABSENT ON NULL, or NULL ON NULL; null when not given
 * @param uniqueKeys WITH UNIQUE KEYS
 * @param wrapper WITH WRAPPER, or null for none
 * @param omitQuotes OMIT QUOTES
 * @param test what IS JSON asks for: VALUE, ARRAY, OBJECT or SCALAR; otherwise null
 * @param passing names of PASSING, in order
 * @param onEmpty behaviour ON EMPTY, or null
 * @param onError behaviour ON ERROR, or null
 */
public record SqlJsonOptions(
    TypeName returning,
    Boolean absentOnNull,
    boolean uniqueKeys,
    Wrapper wrapper,
    boolean omitQuotes,
    String test,
    List<String> passing,
    Behavior onEmpty,
    Behavior onError) {
  /** Options of a constructor. */
  public static SqlJsonOptions constructor(
      TypeName returning, Boolean absentOnNull, boolean uniqueKeys) {
    return new SqlJsonOptions(
        returning, absentOnNull, uniqueKeys, null, false, null, List.of(), null, null);
  }

  /** Which items JSON_QUERY puts in an array. */
  public enum Wrapper {
    CONDITIONAL,
    UNCONDITIONAL
  }

  /** What is given instead of a value. */
  public enum Behavior {
    /** The expression is the call's {@code onEmpty} or {@code onError}. */
    DEFAULT,
    ERROR,
    NULL,
    TRUE,
    FALSE,
    UNKNOWN,
    EMPTY_ARRAY,
    EMPTY_OBJECT
  }
}
