package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.EngineTypeNames;
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
  private static final Template KEY = Template.parse("pg_numeric_key({0})");
  private static final Template TO_TEXT = Template.parse("CAST({0} AS VARCHAR)");
  private static final Template WIDE_TO_TEXT =
      Template.parse("rtrim(rtrim(CAST({0} AS VARCHAR), '0'), '.')");

  /** The engine knows the type of a column of a sub-query. */
  private static final Template MAYBE_WIDE_TO_TEXT =
      Template.parse(
          "CASE WHEN typeof({0}) = 'DECIMAL(38,18)' THEN"
              + " rtrim(rtrim(CAST({0} AS VARCHAR), '0'), '.') ELSE CAST({0} AS VARCHAR) END");

  private NumericForms() {}

  static boolean isText(SqlNode node) {
    ExpressionType type = Typed.of(node);
    return type != null && type.form() == EngineForm.NUMERIC_TEXT;
  }

  /** The value as a DECIMAL when it is text; any other node as it is. */
  static SqlNode toNative(SqlNode node) {
    NumericLiteralRule.requireStorable(node);
    if (!isText(node)) {
      return node;
    }
    ExpressionType type = Typed.of(node);
    if (type.type().isArray()) {
      ExpressionType plain = type.in(EngineForm.NATIVE);
      return new TemplateCall(
          node.getParserPosition(),
          Template.parse("CAST({0} AS " + EngineTypeNames.of(plain) + ")"),
          List.of(node),
          plain);
    }
    String storage = DuckDbTypes.storageOf(PgTypes.NUMERIC, type.typmod());
    return new TemplateCall(
        node.getParserPosition(),
        type.typmod() < 0 || storage == null
            ? TO_NATIVE
            : Template.parse("CAST({0} AS " + storage + ")"),
        List.of(node),
        type.in(EngineForm.NATIVE));
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
        isWide(node) ? WIDE_TO_TEXT : mayBeWide(node) ? MAYBE_WIDE_TO_TEXT : TO_TEXT,
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

  /** A sub-query's column of numeric without precision, or an aggregate of one. */
  private static boolean mayBeWide(SqlNode node) {
    if (node instanceof FunctionCall call && !call.arguments().isEmpty()) {
      return mayBeWide(call.arguments().get(0)) || isWide(call.arguments().get(0));
    }
    return node instanceof ColumnRef column
        && column.tableOid() == 0
        && column.expressionType() != null
        && column.expressionType().type().equals(PgTypes.NUMERIC)
        && column.expressionType().typmod() < 0;
  }

  /** What groups are told apart by: a text by its value, unless a table stores it. */
  static SqlNode grouped(SqlNode node) {
    return isText(node) && !isStored(node) ? sortKey(node) : node;
  }

  /** A table's column that is text, in which equal numbers are written alike. */
  static boolean isStored(SqlNode node) {
    return node instanceof ColumnRef column && column.tableOid() != 0;
  }

  /** What a numeric as text is sorted by: its key where it may be NaN, otherwise its number. */
  static SqlNode sortKey(SqlNode node) {
    boolean array = Typed.typeOf(node).isArray();
    return !array && (node instanceof ColumnRef || NumericLiteralRule.isSpecial(node))
        ? new TemplateCall(
            node.getParserPosition(), KEY, List.of(node), ExpressionType.of(PgTypes.TEXT))
        : toNative(node);
  }

  /** The same of a sort item whose expression has been made a number. */
  static SortItem sorted(SortItem item) {
    return item.expression() instanceof TemplateCall call
            && call.template() == TO_NATIVE
            && call.operands().get(0) instanceof ColumnRef column
        ? new SortItem(
            item.getParserPosition(),
            sortKey(column),
            item.direction(),
            item.nullsFirst(),
            item.using())
        : item;
  }
}
