package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Whole-row references over a stage's table, whose own rows have more columns than the rows meant:
 * they are put together from their fields.
 */
final class WholeRows {
  private WholeRows() {}

  /** The entries of a select list with such references replaced. */
  static List<Target> built(List<Target> targets) {
    return targets.stream()
        .map(target -> new Target(target.name(), target.engineName(), built(target.expression())))
        .toList();
  }

  private static SqlNode built(SqlNode node) {
    if (node instanceof ColumnRef row && !row.rowFields().isEmpty()) {
      return struct(row);
    }
    return node instanceof PgNode parent ? parent.mapChildren(WholeRows::built) : node;
  }

  private static SqlNode struct(ColumnRef row) {
    List<Template.Part> parts = new ArrayList<>();
    List<SqlNode> values = new ArrayList<>();
    if (row.nullable()) {
      String separator = "CASE WHEN NOT (";
      for (int i = 0; i < row.rowFields().size(); i++) {
        parts.add(new Template.Text(separator));
        parts.add(new Template.Operand(i, false));
        parts.add(new Template.Text(" IS NULL"));
        separator = " AND ";
      }
      parts.add(new Template.Text(") THEN "));
    }
    String separator = "struct_pack(";
    for (ColumnRef.RowField field : row.rowFields()) {
      parts.add(new Template.Text(separator + Identifiers.quote(field.name()) + " := "));
      parts.add(new Template.Operand(values.size(), false));
      values.add(field.value());
      separator = ", ";
    }
    parts.add(new Template.Text(row.nullable() ? ") END" : ")"));
    return new TemplateCall(
        row.getParserPosition(), new Template(parts, true), values, row.expressionType());
  }
}
