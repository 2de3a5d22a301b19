package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.calcite.sql.SqlNode;

/** Gives the columns of an analysed query other types, inside its select lists. */
final class ColumnConversion {
  private final Analysis analysis;

  ColumnConversion(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Converts each column to a type; a null type leaves the column as it is.
   *
   * @throws io.duckgres.pgtype.PgException when a column can't be converted
   */
  AnalyzedQuery convert(AnalyzedQuery query, List<ExpressionType> types, PgCast.Context context) {
    return map(
        query,
        (node, index) -> {
          ExpressionType target = types.get(index);
          ExpressionType source = Typed.of(node);
          if (target == null || source == null) {
            return node;
          }
          if (source.type().equals(target.type())) {
            return ArrayLevels.bring(node, target.levels());
          }
          SqlNode converted = analysis.conversion.tryConvert(node, target.type(), context);
          if (converted == null) {
            throw Analysis.at(
                Conversion.cannotCast(source.type(), target.type()), Locations.leftmost(node));
          }
          return ArrayLevels.bring(converted, target.levels());
        });
  }

  /** Replaces each column's expression by what {@code mapping} makes of it and its index. */
  AnalyzedQuery map(AnalyzedQuery query, BiFunction<SqlNode, Integer, SqlNode> mapping) {
    QueryNode node = query.node();
    SqlNode body = body(node.body(), mapping);
    List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      OutputColumn column = query.columns().get(i);
      ExpressionType type = typeIn(body, i);
      boolean same = type == null || type.equals(column.type());
      columns.add(
          new OutputColumn(
              column.name(),
              column.engineName(),
              type == null ? column.type() : type,
              same ? column.tableOid() : 0,
              same ? column.attributeNumber() : 0));
    }
    QueryNode converted =
        new QueryNode(
            node.getParserPosition(),
            node.recursive(),
            node.with(),
            body,
            node.orderBy(),
            node.limit(),
            node.withTies(),
            node.offset(),
            node.locking());
    return new AnalyzedQuery(converted, columns);
  }

  private static ExpressionType typeIn(SqlNode body, int index) {
    SqlNode inner = body;
    while (inner instanceof QueryNode query) {
      inner = query.body();
    }
    if (inner instanceof SelectCore select) {
      return Typed.of(((SelectItem) select.items().get(index)).expression());
    }
    if (inner instanceof ValuesCore values) {
      return Typed.of(((RowCall) values.rows().get(0)).fields().get(index));
    }
    return typeIn(((SetOperation) inner).left(), index);
  }

  private static SqlNode body(SqlNode body, BiFunction<SqlNode, Integer, SqlNode> mapping) {
    if (body instanceof QueryNode query) {
      return new QueryNode(
          query.getParserPosition(),
          query.recursive(),
          query.with(),
          body(query.body(), mapping),
          query.orderBy(),
          query.limit(),
          query.withTies(),
          query.offset(),
          query.locking());
    }
    if (body instanceof SetOperation operation) {
      return new SetOperation(
          operation.getParserPosition(),
          operation.kind(),
          operation.all(),
          body(operation.left(), mapping),
          body(operation.right(), mapping));
    }
    if (body instanceof ValuesCore values) {
      List<SqlNode> rows = new ArrayList<>();
      for (SqlNode row : values.rows()) {
        List<SqlNode> fields = new ArrayList<>();
        for (SqlNode field : ((RowCall) row).fields()) {
          fields.add(mapping.apply(field, fields.size()));
        }
        rows.add(new RowCall(row.getParserPosition(), fields));
      }
      return new ValuesCore(values.getParserPosition(), rows);
    }
    return select((SelectCore) body, mapping);
  }

  private static SqlNode select(SelectCore select, BiFunction<SqlNode, Integer, SqlNode> mapping) {
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode node : select.items()) {
      SelectItem item = (SelectItem) node;
      items.add(
          new SelectItem(
              item.getParserPosition(),
              mapping.apply(item.expression(), items.size()),
              item.alias()));
    }
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

  /** Whether the node is a plain column, whose table and number a result column keeps. */
  static ColumnRef plainColumn(SqlNode node) {
    return node instanceof ColumnRef column && column.tableOid() != 0 ? column : null;
  }
}
