package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * UNION, INTERSECT and EXCEPT of numerics with different numbers of decimals: equal numbers are one
 * row, however they are written; the row shows that of the left input.
 */
final class NumericSets {
  private static final String INNER = "duckgres_sorted";

  private NumericSets() {}

  /** The operation over rewritten inputs, or a SELECT around it. */
  static SqlNode unified(SetOperation operation) {
    if (operation.kind() == SetOperation.Kind.UNION) {
      return operation.all() ? NumericRows.unify(operation) : union(operation);
    }
    return ofLeft(operation);
  }

  private static SqlNode union(SetOperation operation) {
    SetOperation unified = NumericRows.unify(operation);
    if (!NumericColumns.texts(unified).contains(true) || NumericRows.isOfConstants(operation)) {
      return unified;
    }
    SetOperation all =
        new SetOperation(
            unified.getParserPosition(), unified.kind(), true, unified.left(), unified.right());
    List<SqlNode> columns = columns(all);
    return around(all, columns, columns.stream().map(NumericForms::grouped).toList());
  }

  /**
   * The engine gives the larger number of decimals, PostgreSQL that of the left row. What is around
   * does not look into the inputs: as texts they would be compared as such.
   */
  private static SqlNode ofLeft(SetOperation operation) {
    List<SqlNode> left = NumericColumns.expressions(operation.left());
    List<SqlNode> columns = columns(operation);
    boolean numeric = false;
    for (int i = 0; i < left.size(); i++) {
      if (PgTypes.NUMERIC.equals(Typed.typeOf(left.get(i)))) {
        numeric = true;
        Integer scale = NumericScales.constant(left.get(i));
        columns.set(i, scale == null ? columns.get(i) : withScale(columns.get(i), scale));
      }
    }
    return numeric ? around(operation, columns, List.of()) : operation;
  }

  private static SqlNode withScale(SqlNode column, int scale) {
    return new TemplateCall(
        SqlParserPos.ZERO,
        Template.parse("CAST({0} AS DECIMAL(38," + Math.min(scale, 38) + "))"),
        List.of(column),
        Typed.of(column));
  }

  /** The columns of a query, seen from a SELECT around it. */
  static List<SqlNode> columns(SqlNode body) {
    List<SqlNode> columns = new ArrayList<>();
    for (SqlNode expression : NumericColumns.expressions(body)) {
      String name = "c" + (columns.size() + 1);
      columns.add(new ColumnRef(SqlParserPos.ZERO, INNER, name, Typed.of(expression), 0, 0));
    }
    return columns;
  }

  /** A SELECT around a query, whose columns keep their names. */
  static SelectCore around(SqlNode body, List<SqlNode> columns, List<SqlNode> distinctOn) {
    List<String> names = new ArrayList<>();
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode column : columns) {
      String name = NumericColumns.alias(body, names.size());
      names.add("c" + (names.size() + 1));
      items.add(new SelectItem(SqlParserPos.ZERO, column, name));
    }
    QueryItem from =
        new QueryItem(
            SqlParserPos.ZERO, false, QueryRewriting.asQuery(body), new Alias(INNER, names));
    return new SelectCore(
        SqlParserPos.ZERO,
        !distinctOn.isEmpty(),
        distinctOn,
        items,
        List.of(from),
        null,
        false,
        List.of(),
        null,
        List.of());
  }
}
