package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The columns that a table has without declaring them. A user's table has {@code tableoid} and
 * {@code ctid}, made of the engine's row number; the engine tells no transaction for its rows. A
 * catalog has {@code tableoid} and the transaction columns: its rows are as new as the statement
 * that reads them, so that a client which looks for changes by {@code xmin} looks at all of them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/ddl-system-columns.html">System Columns</a>
 */
final class SystemColumns {
  private static final Template TABLE =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN CAST({1} AS BIGINT) END");
  private static final Template ROW =
      Template.parse("'(' || ({0} // 256) || ',' || ({0} % 256 + 1) || ')'");
  private static final Template TRANSACTION =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN CAST(txid_current() AS BIGINT) END");
  private static final Template NONE =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN CAST(0 AS BIGINT) END");

  private SystemColumns() {}

  /**
   * The relation's system columns.
   *
   * @param qualifier the relation's alias for the engine
   */
  static List<ScopeColumn> of(Relation relation, String qualifier) {
    if (relation.kind() != Relation.Kind.TABLE) {
      return List.of();
    }
    SqlNode oid =
        new PgLiteral(
            SqlParserPos.ZERO,
            Integer.toUnsignedString(relation.oid()),
            ExpressionType.of(PgTypes.OID));
    List<ScopeColumn> columns = new ArrayList<>();
    if (relation.schema().equals("pg_catalog")) {
      // Null where an outer join gives no row.
      SqlNode present = present(relation, qualifier);
      add(columns, "tableoid", TABLE, PgTypes.OID, present, oid);
      add(columns, "xmin", TRANSACTION, PgTypes.XID, present);
      add(columns, "xmax", NONE, PgTypes.XID, present);
      add(columns, "cmin", NONE, PgTypes.CID, present);
      add(columns, "cmax", NONE, PgTypes.CID, present);
    } else {
      SqlNode row =
          new ColumnRef(
              SqlParserPos.ZERO, qualifier, "rowid", ExpressionType.of(PgTypes.INT8), 0, 0);
      add(columns, "tableoid", TABLE, PgTypes.OID, row, oid);
      add(columns, "ctid", ROW, PgTypes.TID, row);
    }
    return columns;
  }

  private static SqlNode present(Relation relation, String qualifier) {
    for (Attribute attribute : relation.attributes()) {
      if (attribute.notNull()) {
        return FromAnalyzer.column(qualifier, attribute, relation.oid());
      }
    }
    throw new IllegalStateException(relation.name() + " has no column that is never null");
  }

  private static void add(
      List<ScopeColumn> columns, String name, Template template, PgType type, SqlNode... inputs) {
    columns.add(
        new ScopeColumn(
            name,
            new TemplateCall(
                SqlParserPos.ZERO, template, List.of(inputs), ExpressionType.of(type))));
  }
}
