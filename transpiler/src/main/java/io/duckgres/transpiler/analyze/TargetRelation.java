package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * The table that a statement changes.
 *
 * @param relation the table
 * @param alias its name in the statement
 * @param node the table as the engine gets it
 * @param item what names see of it
 * @param view the view that the statement names, or null
 */
record TargetRelation(
    Relation relation, String alias, TableItem node, ScopeItem item, UpdatableView view) {

  static TargetRelation find(
      TableItem table, Analysis analysis, boolean qualified, UpdatableView.Verb verb) {
    Relation relation = new RelationLookup(analysis).find(table.name(), table);
    requireTable(relation, table);
    if (relation.kind() == Relation.Kind.VIEW || isPartitioned(relation, analysis)) {
      return through(relation, table, analysis, verb);
    }
    String alias = table.alias() == null ? relation.name() : table.alias().name();
    boolean aliased = table.alias() != null;
    TableItem node =
        new TableItem(
            table.getParserPosition(),
            relation.engineName(),
            false,
            aliased && qualified ? new Alias(alias, List.of()) : null,
            null,
            List.of());
    String schema = aliased ? null : relation.schema();
    return new TargetRelation(
        relation, alias, node, item(relation, alias, schema, qualified ? alias : null), null);
  }

  private static TargetRelation through(
      Relation relation, TableItem table, Analysis analysis, UpdatableView.Verb verb) {
    String alias = table.alias() == null ? relation.name() : table.alias().name();
    UpdatableView view =
        relation.kind() == Relation.Kind.VIEW
            ? UpdatableView.of(relation, verb, alias, alias, analysis)
            : UpdatableView.partitioned(relation, verb, alias, alias, analysis);
    TableItem node =
        new TableItem(
            table.getParserPosition(),
            view.base().engineName(),
            false,
            new Alias(alias, List.of()),
            null,
            List.of());
    String schema = table.alias() == null ? relation.schema() : null;
    ScopeItem item =
        relation.kind() == Relation.Kind.TABLE
            ? item(relation, alias, schema, alias)
                .withSystemColumns(PartitionedSystemColumns.of(relation, alias, analysis))
            : view.item(alias, schema);
    return new TargetRelation(view.base(), alias, node, item, view);
  }

  /** Whether rows have to find their partition, so that the engine does not do by itself. */
  static boolean isPartitioned(Relation relation, Analysis analysis) {
    return relation.kind() == Relation.Kind.PARTITION
        || relation.kind() == Relation.Kind.TABLE
            && analysis.catalog.partitions().table(relation.schema(), relation.name()) != null;
  }

  /** The condition of the statement and that of the view. */
  SqlNode where(SqlNode condition) {
    return view == null ? condition : UpdatableView.and(view.condition(), condition);
  }

  /** What new rows have to meet. */
  List<UpdatableView.Check> checks() {
    return view == null ? List.of() : view.checks();
  }

  /** The columns that an INSERT without a list of columns writes. */
  List<Attribute> written() {
    if (view == null) {
      return relation.attributes();
    }
    List<Attribute> written = new ArrayList<>();
    for (UpdatableView.Column column : view.columns()) {
      if (column.target() == null) {
        break;
      }
      written.add(column.target());
    }
    return written;
  }

  private static void requireTable(Relation relation, TableItem at) {
    if (relation.kind() == Relation.Kind.SEQUENCE) {
      throw Analysis.error(
          SqlState.WRONG_OBJECT_TYPE, "cannot change sequence \"" + relation.name() + "\"", at);
    }
    if (relation.schema().equals("pg_catalog")) {
      throw Analysis.error(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for table " + relation.name(), at);
    }
    if (relation.kind() == Relation.Kind.MATERIALIZED_VIEW) {
      throw Analysis.error(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot change materialized view \"" + relation.name() + "\"",
          at);
    }
  }

  /** A scope item with the relation's columns. */
  static ScopeItem item(Relation relation, String alias, String schema, String qualifier) {
    List<ScopeColumn> columns = new ArrayList<>();
    for (Attribute attribute : relation.attributes()) {
      columns.add(
          new ScopeColumn(
              attribute.name(), FromAnalyzer.column(qualifier, attribute, relation.oid())));
    }
    return new ScopeItem(alias, schema, alias, columns, true, true)
        .withSystemColumns(SystemColumns.of(relation, qualifier));
  }

  /** A reference to one of its columns by the alias. */
  ColumnRef reference(Attribute attribute) {
    return FromAnalyzer.column(alias, attribute, relation.oid());
  }

  /** The table as a FROM item, before others. */
  List<SqlNode> before(List<SqlNode> others) {
    List<SqlNode> from = new ArrayList<>();
    from.add(source());
    from.addAll(others);
    return from;
  }

  /** The table as a FROM item. */
  TableItem source() {
    return new TableItem(
        node.getParserPosition(),
        relation.engineName(),
        false,
        new Alias(alias, List.of()),
        null,
        List.of());
  }

  /** The column that a statement writes. */
  Attribute column(TargetColumn target) {
    if (view != null) {
      return columnOfView(target);
    }
    Attribute attribute = relation.attribute(target.name());
    if (attribute == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_COLUMN,
          "column \"" + target.name() + "\" of relation \"" + relation.name() + "\" does not exist",
          target);
    }
    return attribute;
  }

  private Attribute columnOfView(TargetColumn target) {
    UpdatableView.Column column = view.column(target.name());
    String name = view.view().name();
    if (column == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_COLUMN,
          "column \"" + target.name() + "\" of relation \"" + name + "\" does not exist",
          target);
    }
    if (column.target() == null) {
      throw new PgException(
              SqlState.FEATURE_NOT_SUPPORTED,
              "cannot "
                  + view.verb().words()
                  + " column \""
                  + target.name()
                  + "\" of view \""
                  + name
                  + "\"")
          .withDetail(
              "View columns that are not columns of their base relation are not updatable.");
    }
    return column.target();
  }

  /** A value as one of the column, as an assignment converts it. */
  static SqlNode assign(SqlNode value, Attribute column, Analysis analysis) {
    if (value instanceof DefaultValue || column.type() == null || Typed.typeOf(value) == null) {
      return value;
    }
    ExpressionType target = ExpressionType.ofDeclared(column);
    SqlNode converted = analysis.conversion.tryConvert(value, target, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw mismatch(value, column);
    }
    return converted;
  }

  private static PgException mismatch(SqlNode value, Attribute column) {
    PgType type = Typed.typeOf(value);
    return Analysis.at(
        new PgException(
                SqlState.DATATYPE_MISMATCH,
                "column \""
                    + column.name()
                    + "\" is of type "
                    + TypeNames.format(column.type())
                    + " but expression is of type "
                    + TypeNames.format(type))
            .withHint("You will need to rewrite or cast the expression."),
        Locations.leftmost(value));
  }

  /**
   * The 428C9 of a value for a column that the database fills in.
   *
   * <p>Source: {@code src/backend/rewrite/rewriteHandler.c} (rewriteTargetListIU), which gives no
   * position.
   *
   * @param overriding OVERRIDING SYSTEM VALUE or OVERRIDING USER VALUE is written, so that identity
   *     columns may be named
   */
  static void requireWritable(Attribute column, SqlNode value, boolean insert, boolean overriding) {
    boolean identity = column.alwaysIdentity() && !overriding;
    if (value instanceof DefaultValue || !column.generated() && !identity) {
      return;
    }
    String quoted = "\"" + column.name() + "\"";
    PgException error =
        new PgException(
                SqlState.GENERATED_ALWAYS,
                insert
                    ? "cannot insert a non-DEFAULT value into column " + quoted
                    : "column " + quoted + " can only be updated to DEFAULT")
            .withDetail(
                "Column "
                    + quoted
                    + (column.generated()
                        ? " is a generated column."
                        : " is an identity column defined as GENERATED ALWAYS."));
    throw identity && !column.generated() && insert
        ? error.withHint("Use OVERRIDING SYSTEM VALUE to override.")
        : error;
  }
}
