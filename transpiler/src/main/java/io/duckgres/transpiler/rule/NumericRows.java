package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;

/** Columns of VALUES and of set operations: one form of numeric in all rows. */
final class NumericRows {
  private static final Template SAME = Template.parse("{0}");

  private NumericRows() {}

  /** VALUES, numerics with different numbers of decimals as texts. */
  static ValuesCore values(ValuesCore values) {
    List<List<SqlNode>> rows = new ArrayList<>();
    values.rows().forEach(row -> rows.add(new ArrayList<>(((RowCall) row).fields())));
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      List<SqlNode> fields = rows.stream().map(row -> row.get(column)).toList();
      if (NumericOutput.isMixed(fields) || areNumeric(fields) && NumericOutput.differ(fields)) {
        List<SqlNode> texts = NumericForms.toText(fields);
        for (int j = 0; j < rows.size(); j++) {
          rows.get(j).set(column, form(texts.get(j), fields));
        }
      }
    }
    List<SqlNode> result = new ArrayList<>();
    for (int j = 0; j < rows.size(); j++) {
      result.add(new RowCall(values.rows().get(j).getParserPosition(), rows.get(j)));
    }
    return new ValuesCore(values.getParserPosition(), result);
  }

  private static boolean isMadeText(List<SqlNode> leaves) {
    return leaves.stream().anyMatch(Rewriting::isText)
        || areNumeric(leaves) && !NumericOutput.isMixed(leaves) && NumericOutput.differ(leaves);
  }

  private static boolean areNumeric(List<SqlNode> fields) {
    return fields.stream().allMatch(field -> PgTypes.NUMERIC.equals(Typed.typeOf(field)));
  }

  /** A constant's text is a numeric still. */
  private static SqlNode form(SqlNode text, List<SqlNode> fields) {
    if (!(text instanceof PgLiteral)) {
      return text;
    }
    ExpressionType type =
        fields.stream()
            .map(Typed::of)
            .filter(each -> each != null && each.type().equals(PgTypes.NUMERIC))
            .findFirst()
            .orElseThrow();
    return new TemplateCall(
        text.getParserPosition(), SAME, List.of(text), NumericForms.textForm(type));
  }

  /** A set operation whose columns have one form on all sides. */
  static SetOperation unify(SetOperation operation) {
    int width = NumericColumns.expressions(operation).size();
    SetOperation unified = operation;
    for (int i = 0; i < width; i++) {
      List<SqlNode> leaves = new ArrayList<>();
      collect(unified, i, leaves);
      if (isMadeText(leaves)) {
        unified = (SetOperation) map(unified, i, node -> NumericForms.toText(List.of(node)).get(0));
      } else if (NumericOutput.isMixed(leaves)) {
        Map<BigDecimal, SqlNode> same = new TreeMap<>();
        boolean distinct = !unified.all();
        unified =
            (SetOperation) map(unified, i, node -> text((PgLiteral) node, leaves, same, distinct));
      }
    }
    return unified;
  }

  /** Equal constants of a set must be equal texts: that of the first. */
  private static SqlNode text(
      PgLiteral literal, List<SqlNode> leaves, Map<BigDecimal, SqlNode> same, boolean distinct) {
    SqlNode text = form(NumericForms.toText(List.of(literal)).get(0), leaves);
    if (!distinct || literal.text() == null) {
      return text;
    }
    SqlNode first = same.putIfAbsent(NumericOutput.value(literal), text);
    return first == null ? text : first;
  }

  /** Whether the columns that differ in decimals are constants alone. */
  static boolean isOfConstants(SetOperation operation) {
    int width = NumericColumns.expressions(operation).size();
    for (int i = 0; i < width; i++) {
      List<SqlNode> leaves = new ArrayList<>();
      collect(operation, i, leaves);
      if (isMadeText(leaves)) {
        return false;
      }
    }
    return true;
  }

  private static void collect(SqlNode node, int column, List<SqlNode> leaves) {
    if (node instanceof QueryNode query) {
      collect(query.body(), column, leaves);
    } else if (node instanceof SetOperation operation) {
      collect(operation.left(), column, leaves);
      collect(operation.right(), column, leaves);
    } else if (node instanceof ValuesCore values) {
      values.rows().forEach(row -> leaves.add(((RowCall) row).fields().get(column)));
    } else {
      leaves.add(((SelectItem) ((SelectCore) node).items().get(column)).expression());
    }
  }

  private static SqlNode map(SqlNode node, int column, UnaryOperator<SqlNode> mapping) {
    if (node instanceof QueryNode query) {
      return new QueryNode(
          query.getParserPosition(),
          query.recursive(),
          query.with(),
          map(query.body(), column, mapping),
          query.orderBy(),
          query.limit(),
          query.withTies(),
          query.offset(),
          query.locking());
    }
    if (node instanceof SetOperation operation) {
      return new SetOperation(
          operation.getParserPosition(),
          operation.kind(),
          operation.all(),
          map(operation.left(), column, mapping),
          map(operation.right(), column, mapping));
    }
    if (node instanceof ValuesCore values) {
      List<SqlNode> rows = new ArrayList<>();
      for (SqlNode row : values.rows()) {
        List<SqlNode> fields = replaced(((RowCall) row).fields(), column, mapping);
        rows.add(new RowCall(row.getParserPosition(), fields));
      }
      return new ValuesCore(values.getParserPosition(), rows);
    }
    SelectCore select = (SelectCore) node;
    List<SqlNode> items =
        replaced(
            select.items(),
            column,
            item ->
                new SelectItem(
                    item.getParserPosition(),
                    mapping.apply(((SelectItem) item).expression()),
                    ((SelectItem) item).alias()));
    return new SelectCore(
        select.getParserPosition(),
        select.distinct(),
        select.distinctOn(),
        items,
        select.from(),
        select.where(),
        select.groupDistinct(),
        select.groupBy(),
        select.having(),
        select.windows());
  }

  private static List<SqlNode> replaced(
      List<SqlNode> nodes, int column, UnaryOperator<SqlNode> mapping) {
    List<SqlNode> replaced = new ArrayList<>(nodes);
    replaced.set(column, mapping.apply(nodes.get(column)));
    return replaced;
  }
}
