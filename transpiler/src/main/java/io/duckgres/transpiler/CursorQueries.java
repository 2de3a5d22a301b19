package io.duckgres.transpiler;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Queries of cursors: a simple one over one table gets the engine's identifier of the row as its
 * last column, which clients do not see and WHERE CURRENT OF needs.
 */
final class CursorQueries {
  private static final String ROW = "duckgres_row";

  private CursorQueries() {}

  /** The table whose rows the query's rows are, null when there is none. */
  static Relation table(AnalyzedStatement statement, CatalogSnapshot catalog) {
    if (!(statement.node() instanceof QueryNode query)
        || !(query.body() instanceof SelectCore select)
        || query.withTies()
        || select.distinct()
        || !select.groupBy().isEmpty()
        || select.having() != null
        || select.items().isEmpty()
        || select.from().size() != 1
        || !(select.from().get(0) instanceof TableItem table)
        || select.items().stream().anyMatch(CursorQueries::changesRows)) {
      return null;
    }
    for (Relation relation : catalog.relations()) {
      if (relation.kind() == Relation.Kind.TABLE && relation.engineName().equals(table.name())) {
        boolean hidden =
            relation.attributes().stream().anyMatch(a -> a.name().equalsIgnoreCase("rowid"));
        return hidden ? null : relation;
      }
    }
    return null;
  }

  /** An aggregate, or a function of several rows. */
  private static boolean changesRows(SqlNode node) {
    if (node instanceof FunctionCall call
        && call.proc() != null
        && (call.proc().returnsSet()
            || call.proc().kind() == PgProc.Kind.AGGREGATE && call.over() == null)) {
      return true;
    }
    return !(node instanceof QueryNode)
        && node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(CursorQueries::changesRows);
  }

  /** The statement with the row's identifier. */
  static AnalyzedStatement identified(AnalyzedStatement statement) {
    QueryNode query = (QueryNode) statement.node();
    SelectCore select = (SelectCore) query.body();
    String alias = ((TableItem) select.from().get(0)).alias().name();
    List<SqlNode> items = new ArrayList<>(select.items());
    items.add(
        new SelectItem(
            SqlParserPos.ZERO,
            new ColumnRef(SqlParserPos.ZERO, alias, "rowid", ExpressionType.of(PgTypes.INT8), 0, 0),
            ROW));
    SelectCore core =
        new SelectCore(
            select.getParserPosition(),
            false,
            List.of(),
            items,
            select.from(),
            select.where(),
            false,
            List.of(),
            null,
            select.windows());
    QueryNode identified =
        new QueryNode(
            query.getParserPosition(),
            query.recursive(),
            query.with(),
            core,
            query.orderBy(),
            query.limit(),
            query.withTies(),
            query.offset(),
            query.locking());
    return new AnalyzedStatement(
        identified,
        statement.shape(),
        statement.parameterTypes(),
        statement.sequence(),
        statement.insertTarget(),
        statement.insertsDefaults(),
        statement.stages());
  }
}
