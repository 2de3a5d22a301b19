package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * The check that a value is one of a domain's. The value stands in a list of one element, so that
 * it is computed once however many checks there are.
 *
 * <p>Source: {@code src/backend/executor/execExprInterp.c} (ExecEvalConstraintCheck).
 */
final class DomainCheck {
  /** Separators of the fields of a raised error; the gateway reads them. */
  private static final String OBJECT = "\u001fY";

  private static final String PART = "\u001d";
  private static final String END = "\u001e";

  private DomainCheck() {}

  /** The value, or the error 23514 or 23502. */
  static SqlNode of(SqlNode value, PgType type, Domain domain) {
    if (domain == null || !domain.notNull() && domain.checks().isEmpty()) {
      return value;
    }
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
    sql.append(" ELSE value END), 1)");
    // Not parsed from a text, since a check may hold braces of its own.
    Template template =
        new Template(
            List.of(
                new Template.Text("list_extract(list_transform(["),
                new Template.Operand(0, true),
                new Template.Text(sql.toString())),
            true);
    return new TemplateCall(value.getParserPosition(), template, List.of(value), Typed.of(value));
  }
}
