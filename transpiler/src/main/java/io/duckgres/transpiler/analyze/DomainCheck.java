package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.DomainSql;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** The check that a value is one of a domain's. */
final class DomainCheck {
  private DomainCheck() {}

  /** The value, or the error 23514 or 23502. */
  static SqlNode of(SqlNode value, PgType type, Domain domain) {
    if (!DomainSql.isNeeded(domain)) {
      return value;
    }
    // Not parsed from a text, since a check may hold braces of its own.
    Template template =
        new Template(
            List.of(
                new Template.Text(DomainSql.BEFORE),
                new Template.Operand(0, true),
                new Template.Text(DomainSql.after(type, domain))),
            true);
    return new TemplateCall(value.getParserPosition(), template, List.of(value), Typed.of(value));
  }
}
