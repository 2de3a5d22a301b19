package io.duckgres.transpiler.tree;

/**
 * What stands in a call beside its arguments.
 *
 * @param star {@code f(*)}
 * @param distinct DISTINCT
 * @param variadic the last argument is marked VARIADIC
 * @param withinGroup the ORDER BY is that of WITHIN GROUP
 * @param sqlSyntax written in SQL's own syntax, such as EXTRACT(… FROM …): the name is searched in
 *     {@code pg_catalog} alone
 */
public record CallOptions(
    boolean star, boolean distinct, boolean variadic, boolean withinGroup, boolean sqlSyntax) {
  /** An ordinary call. */
  public static final CallOptions NONE = new CallOptions(false, false, false, false, false);

  /** A star instead of arguments. */
  public static final CallOptions STAR = new CallOptions(true, false, false, false, false);

  /** SQL's own syntax. */
  public static final CallOptions SQL_SYNTAX = new CallOptions(false, false, false, false, true);
}
