package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;

/**
 * VALUES in FROM whose numeric constants no one DECIMAL holds as they are written, because their
 * numbers of decimals differ or because one is NaN or infinite: they become text, which keeps each
 * as it is. Constants that are equal and written differently stay numbers, so that they group.
 */
final class NumericColumns {
  private static final int MOST_DIGITS = 38;

  private NumericColumns() {}

  static AnalyzedQuery spelled(AnalyzedQuery query) {
    QueryNode node = query.node();
    if (!(node.body() instanceof ValuesCore values) || !node.orderBy().isEmpty()) {
      return query;
    }
    List<List<SqlNode>> rows = new ArrayList<>();
    values.rows().forEach(row -> rows.add(new ArrayList<>(((RowCall) row).fields())));
    List<OutputColumn> columns = new ArrayList<>(query.columns());
    boolean changed = false;
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      OutputColumn output = columns.get(i);
      if (output.type() == null
          || !output.type().type().equals(PgTypes.NUMERIC)
          || output.type().typmod() >= 0
          || !needText(rows.stream().map(row -> row.get(column)).toList())) {
        continue;
      }
      changed = true;
      for (List<SqlNode> row : rows) {
        SqlNode field = row.get(i);
        row.set(
            i,
            new PgLiteral(field.getParserPosition(), text(field), ExpressionType.of(PgTypes.TEXT)));
      }
      columns.set(
          i,
          new OutputColumn(
              output.name(),
              output.engineName(),
              output.type().in(EngineForm.NUMERIC_TEXT),
              output.tableOid(),
              output.attributeNumber()));
    }
    return changed ? new AnalyzedQuery(with(node, values, rows), columns) : query;
  }

  private static QueryNode with(QueryNode node, ValuesCore values, List<List<SqlNode>> rows) {
    List<SqlNode> calls = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      calls.add(new RowCall(values.rows().get(i).getParserPosition(), rows.get(i)));
    }
    return new QueryNode(
        node.getParserPosition(),
        node.recursive(),
        node.with(),
        new ValuesCore(values.getParserPosition(), calls),
        node.orderBy(),
        node.limit(),
        node.withTies(),
        node.offset(),
        node.locking());
  }

  private static boolean needText(List<SqlNode> fields) {
    Map<BigDecimal, String> spellings = new HashMap<>();
    int scale = -1;
    boolean need = false;
    for (SqlNode field : fields) {
      if (!isConstant(field)) {
        return false;
      }
      String text = text(field);
      if (text == null) {
        continue;
      }
      if (!Character.isDigit(text.charAt(text.length() - 1))) {
        need = true;
        continue;
      }
      BigDecimal value = new BigDecimal(text);
      String before = spellings.put(value.stripTrailingZeros(), text);
      if (before != null && !before.equals(text)) {
        return false;
      }
      need |=
          scale >= 0 && scale != value.scale()
              || Math.max(value.precision(), value.scale()) > MOST_DIGITS;
      scale = value.scale();
    }
    return need;
  }

  private static boolean isConstant(SqlNode node) {
    if (node instanceof PgLiteral literal) {
      return literal.isNullValue() || isNumber(literal.expressionType());
    }
    if (node instanceof OperatorCall call) {
      return isMinus(call) && isConstant(call.right());
    }
    return node instanceof CastCall cast
        && cast.expressionType() != null
        && isNumber(cast.expressionType())
        && cast.expressionType().typmod() < 0
        && isConstant(cast.operand());
  }

  private static boolean isMinus(OperatorCall call) {
    return call.left() == null
        && call.symbol().equals("-")
        && call.right() instanceof PgLiteral literal
        && !literal.isNullValue();
  }

  private static boolean isNumber(ExpressionType type) {
    return type != null
        && (type.type().equals(PgTypes.NUMERIC) && type.typmod() < 0
            || type.type().equals(PgTypes.INT4)
            || type.type().equals(PgTypes.INT8)
            || type.type().equals(PgTypes.INT2));
  }

  /** The constant as text, null for NULL. */
  private static String text(SqlNode node) {
    if (node instanceof PgLiteral literal) {
      return literal.isNullValue() ? null : NumberInput.numeric(literal.text());
    }
    if (node instanceof OperatorCall call) {
      String positive = text(call.right());
      boolean zero =
          Character.isDigit(positive.charAt(positive.length() - 1))
              && new BigDecimal(positive).signum() == 0;
      return zero || positive.equals("NaN")
          ? positive
          : positive.startsWith("-") ? positive.substring(1) : "-" + positive;
    }
    return text(((CastCall) node).operand());
  }
}
