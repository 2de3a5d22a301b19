package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Domain;

/**
 * What the engine computes to check that a value is one of a domain's. The value stands between
 * {@link #BEFORE} and {@link #after}, in a list of one element, so that it is computed once however
 * many checks there are.
 *
 * <p>Source: {@code src/backend/executor/execExprInterp.c} (ExecEvalConstraintCheck).
 */
public final class DomainSql {
  /** What stands before the value. */
  public static final String BEFORE = "list_extract(list_transform([";

  /** Separators of the fields of a raised error; the gateway reads them. */
  private static final String OBJECT = "\u001fY";

  private static final String PART = "\u001d";
  private static final String END = "\u001e";

  private DomainSql() {}

  /** Whether there is anything to check; null demands nothing. */
  public static boolean isNeeded(Domain domain) {
    return domain != null && (domain.notNull() || !domain.checks().isEmpty());
  }

  /** What stands behind the value: the result is the value, or the error 23514 or 23502. */
  public static String after(PgType type, Domain domain) {
    StringBuilder sql = new StringBuilder("], lambda value: CASE");
    String tail = PART + type.name() + PART;
    if (domain.notNull()) {
      sql.append(" WHEN value IS NULL THEN error(")
          .append(
              Identifiers.literal(
                  "["
                      + SqlState.NOT_NULL_VIOLATION.code()
                      + "] domain "
                      + type.name()
                      + " does not allow null values"
                      + OBJECT
                      + type.schema()
                      + tail
                      + END))
          .append(")");
    }
    for (Domain.Check check : domain.checks()) {
      sql.append(" WHEN NOT (").append(check.sql()).append(") THEN error(");
      sql.append(
              Identifiers.literal(
                  "["
                      + SqlState.CHECK_VIOLATION.code()
                      + "] value for domain "
                      + type.name()
                      + " violates check constraint \""
                      + check.name()
                      + "\""
                      + OBJECT
                      + type.schema()
                      + tail
                      + check.name()
                      + END))
          .append(")");
    }
    return sql.append(" ELSE value END), 1)").toString();
  }
}
