package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Pieces of the queries that compute a {@link Stage}'s rows. */
final class StagedRows {
  private static final ExpressionType TEXT = ExpressionType.of(PgTypes.TEXT);
  private static final ExpressionType INT8 = ExpressionType.of(PgTypes.INT8);

  private StagedRows() {}

  /**
   * The engine's identifier of a row.
   *
   * @throws PgException 0A000 when a column of the table hides it
   */
  static ColumnRef rowIdentifier(String alias, Relation relation) {
    if (relation.attributes().stream().anyMatch(a -> a.name().equalsIgnoreCase("rowid"))) {
      throw PgException.notSupported("this statement on a table with a column named rowid");
    }
    return new ColumnRef(SqlParserPos.ZERO, alias, "rowid", INT8, 0, 0);
  }

  static SelectItem item(SqlNode expression, String name) {
    return new SelectItem(SqlParserPos.ZERO, expression, name);
  }

  static SqlNode text(String value) {
    return new PgLiteral(SqlParserPos.ZERO, value, TEXT);
  }

  /** Engine SQL without operands. */
  static SqlNode sql(String sql, ExpressionType type) {
    return new TemplateCall(
        SqlParserPos.ZERO, new Template(List.of(new Template.Text(sql)), true), List.of(), type);
  }

  /** No row identifier: the row is a new one. */
  static SqlNode noRow() {
    return sql("CAST(NULL AS BIGINT)", INT8);
  }

  /** Columns of the target that are stored, in order, each with the value that it gets. */
  static List<SqlNode> columns(Relation relation, Function<Attribute, SqlNode> value) {
    List<SqlNode> items = new ArrayList<>();
    for (Attribute attribute : relation.attributes()) {
      SqlNode given = attribute.generated() ? generatedPlace(attribute) : value.apply(attribute);
      items.add(item(stored(given, attribute), attribute.name()));
    }
    return items;
  }

  private static SqlNode stored(SqlNode value, Attribute attribute) {
    return value instanceof DefaultValue ? defaultOf(attribute) : StoredValue.of(value);
  }

  private static SqlNode generatedPlace(Attribute attribute) {
    return sql("CAST(NULL AS " + attribute.engineType() + ")", typeOf(attribute));
  }

  /** What a column gets that is not given. */
  static SqlNode defaultOf(Attribute attribute) {
    String value = attribute.defaultExpression() == null ? "NULL" : attribute.defaultExpression();
    return sql("CAST(" + value + " AS " + attribute.engineType() + ")", typeOf(attribute));
  }

  private static ExpressionType typeOf(Attribute attribute) {
    return ExpressionType.ofValues(attribute);
  }

  /** A query without clauses around the select list. */
  static QueryNode query(List<SqlNode> items, List<SqlNode> from, SqlNode where) {
    return distinct(List.of(), items, from, where);
  }

  /** A query of one row for each value of some expressions. */
  static QueryNode distinct(
      List<SqlNode> on, List<SqlNode> items, List<SqlNode> from, SqlNode where) {
    return SetOperationAnalyzer.asQuery(
        new SelectCore(
            SqlParserPos.ZERO,
            !on.isEmpty(),
            on,
            items,
            from,
            where,
            false,
            List.of(),
            null,
            List.of()));
  }

  /** The rows with generated columns computed from the others. */
  static QueryNode complete(QueryNode rows, Relation relation) {
    if (relation.attributes().stream().noneMatch(Attribute::generated)) {
      return rows;
    }
    String alias = "changed";
    List<SqlNode> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (SqlNode node : ((SelectCore) rows.body()).items()) {
      String name = ((SelectItem) node).alias();
      names.add(name);
      Attribute attribute = relation.attribute(name);
      SqlNode value =
          attribute != null && attribute.generated()
              ? defaultOf(attribute)
              : new ColumnRef(SqlParserPos.ZERO, alias, name, null, 0, 0);
      items.add(item(value, name));
    }
    QueryItem from = new QueryItem(SqlParserPos.ZERO, false, rows, new Alias(alias, names));
    return query(items, List.of(from), null);
  }

  /** The query with the WITH clause of the statement that it is computed for. */
  static QueryNode with(QueryNode rows, List<SqlNode> with, boolean recursive) {
    return with.isEmpty()
        ? rows
        : new QueryNode(
            SqlParserPos.ZERO,
            recursive,
            with,
            rows.body(),
            rows.orderBy(),
            null,
            false,
            null,
            List.of());
  }

  /** The query sorted by a column. */
  static QueryNode sorted(QueryNode rows, ColumnRef column) {
    return new QueryNode(
        SqlParserPos.ZERO,
        false,
        rows.with(),
        rows.body(),
        List.of(new SortItem(SqlParserPos.ZERO, column, null, null, null)),
        null,
        false,
        null,
        List.of());
  }

  /** Whether a row is the one of which {@code alias} tells the identifier. */
  static SqlNode sameRow(ColumnRef row, String alias) {
    return new TemplateCall(
        SqlParserPos.ZERO,
        Template.parse("{0} = {1}"),
        List.of(row, new ColumnRef(SqlParserPos.ZERO, alias, Stage.ROW, INT8, 0, 0)),
        ExpressionType.of(PgTypes.BOOL));
  }

  /** A stage's table as a FROM item. */
  static TableItem table(String name, String alias) {
    return new TableItem(
        SqlParserPos.ZERO, List.of(name), false, new Alias(alias, List.of()), null, List.of());
  }

  /** RETURNING over a stage's rows, those that nothing happens to left out. */
  static QueryNode returning(List<Target> targets, String table, String alias) {
    SqlNode acted =
        sql(
            io.duckgres.transpiler.unparse.Identifiers.quote(alias)
                + "."
                + Stage.ACTION
                + " IS NOT NULL",
            ExpressionType.of(PgTypes.BOOL));
    return query(TargetList.items(WholeRows.built(targets)), List.of(table(table, alias)), acted);
  }
}
