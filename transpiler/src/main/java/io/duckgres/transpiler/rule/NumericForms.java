package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * The two forms of numeric: DuckDB's DECIMAL, with a fixed number of decimals, and text, where each
 * value has its own, as in PostgreSQL. Divisions, averages and roots give text; whatever does not
 * understand text gets a DECIMAL.
 */
final class NumericForms {
  private static final Template TO_NATIVE = Template.parse("CAST({0} AS DECIMAL(38,18))");
  private static final Template TO_TEXT = Template.parse("CAST({0} AS VARCHAR)");
  private static final Template WIDE_TO_TEXT =
      Template.parse("rtrim(rtrim(CAST({0} AS VARCHAR), '0'), '.')");

  private NumericForms() {}

  static boolean isText(SqlNode node) {
    ExpressionType type = Typed.of(node);
    return type != null && type.form() == EngineForm.NUMERIC_TEXT;
  }

  /** The value as a DECIMAL when it is text; any other node as it is. */
  static SqlNode toNative(SqlNode node) {
    NumericLiteralRule.requireStorable(node);
    return isText(node)
        ? new TemplateCall(
            node.getParserPosition(),
            TO_NATIVE,
            List.of(node),
            Typed.of(node).in(EngineForm.NATIVE))
        : node;
  }

  /** The form of a result that was computed over text: a numeric is text as well. */
  static ExpressionType textForm(ExpressionType type) {
    return type != null && type.type().equals(PgTypes.NUMERIC)
        ? type.in(EngineForm.NUMERIC_TEXT)
        : type;
  }

  /** All arguments as the engine's own types. */
  static List<SqlNode> toNative(List<SqlNode> nodes) {
    List<SqlNode> result = new ArrayList<>();
    nodes.forEach(node -> result.add(toNative(node)));
    return result;
  }

  /**
   * Whether a call must compute over text: one of its numerics is text, or too wide to multiply.
   */
  static boolean needsText(List<SqlNode> arguments) {
    return arguments.stream().anyMatch(node -> isText(node) || isWide(node));
  }

  /** Numerics as text, other arguments as they are. */
  static List<SqlNode> toText(List<SqlNode> nodes) {
    List<SqlNode> result = new ArrayList<>();
    for (SqlNode node : nodes) {
      ExpressionType type = Typed.of(node);
      boolean numeric = type != null && type.type().equals(PgTypes.NUMERIC);
      result.add(numeric && !isText(node) ? text(node, type) : node);
    }
    return result;
  }

  private static SqlNode text(SqlNode node, ExpressionType type) {
    if (node instanceof PgLiteral literal && literal.text() != null && type.typmod() < 0) {
      return new PgLiteral(
          literal.getParserPosition(),
          io.duckgres.transpiler.input.NumberInput.numeric(literal.text()),
          ExpressionType.of(PgTypes.TEXT));
    }
    return new TemplateCall(
        node.getParserPosition(),
        isWide(node) ? WIDE_TO_TEXT : TO_TEXT,
        List.of(node),
        type.in(EngineForm.NUMERIC_TEXT));
  }

  /** A table's column of numeric without precision, which is stored with 18 decimals. */
  private static boolean isWide(SqlNode node) {
    return node instanceof ColumnRef column
        && column.tableOid() != 0
        && column.expressionType() != null
        && column.expressionType().type().equals(PgTypes.NUMERIC)
        && column.expressionType().typmod() < 0;
  }
}
