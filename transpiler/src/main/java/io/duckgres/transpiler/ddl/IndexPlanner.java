package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.DefinitionStatement.CreateIndex;
import io.duckgres.transpiler.statement.DefinitionStatement.IndexColumn;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * CREATE INDEX. Order, operator classes, INCLUDE columns, the access method and the predicate of an
 * index that is not unique change no result: such an index is created as a plain one over its keys.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createindex.html">CREATE INDEX</a>
 */
final class IndexPlanner {
  private static final Set<String> OTHER_METHODS = Set.of("gin", "gist", "spgist", "brin");

  private final DefinitionContext context;

  IndexPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(CreateIndex statement, Steps steps) {
    Relation table = table(statement.table());
    refuseUnsupported(statement, table);
    List<String> keys = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (IndexColumn column : statement.columns()) {
      ColumnPlanner.checkCollation(column.collation(), column.start());
      keys.add(key(column, table));
      names.add(keyName(column, names));
    }
    for (String column : statement.include()) {
      checkColumn(column, table, -1);
    }
    String name = statement.name();
    if (name == null) {
      name =
          GeneratedNames.free(
              table.name(),
              GeneratedNames.addition(names),
              "idx",
              taken -> context.catalog().relation(table.schema(), taken) != null);
    } else if (context.catalog().relation(table.schema(), name) != null) {
      if (statement.ifNotExists()) {
        steps.notice(CreateTablePlanner.alreadyExists(name));
        return;
      }
      throw Errors.relationExists(name);
    }
    boolean columnsOnly = statement.columns().stream().allMatch(c -> c.column() != null);
    if (statement.unique() && columnsOnly) {
      NewObject object = new NewObject(table.schema(), table.name(), table.engineName());
      steps.add(
          new ConstraintCheck(object)
              .unique(name, statement.columns().stream().map(IndexColumn::column).toList()));
    }
    steps.add(
        "CREATE "
            + (statement.unique() ? "UNIQUE " : "")
            + "INDEX "
            + EngineSql.name(name)
            + " ON "
            + EngineSql.name(table.engineName())
            + " ("
            + String.join(", ", keys)
            + ")");
    steps.addAll(context.records().indexCreated(table.schema(), name, record(statement, table)));
  }

  private IndexRecord record(CreateIndex statement, Relation table) {
    List<IndexRecord.Key> keys = new ArrayList<>();
    for (IndexColumn column : statement.columns()) {
      EngineExpression key =
          column.expression() == null ? null : analyzed(column.expression(), table, null);
      keys.add(
          new IndexRecord.Key(
              column.column(),
              key == null ? null : key.shown(),
              key == null || key.type() == null ? null : key.type().type(),
              column.operatorClass(),
              column.options()));
    }
    String predicate =
        statement.predicate() == null
            ? null
            : analyzed(statement.predicate(), table, ExpressionType.of(PgTypes.BOOL)).shown();
    return new IndexRecord(statement.method(), keys, statement.include(), predicate);
  }

  private EngineExpression analyzed(SqlNode expression, Relation table, ExpressionType target) {
    return context.analysis().expression(expression, ExpressionPlace.INDEX, table, target);
  }

  private Relation table(ObjectName name) {
    Relation table = context.lookup().existing(name);
    if (table.kind() != Relation.Kind.TABLE && table.kind() != Relation.Kind.MATERIALIZED_VIEW) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot create index on relation \"" + table.name() + "\"")
          .withDetail(RelationKinds.operationNotSupported(table));
    }
    return table;
  }

  /** The engine's only kind of index orders its keys, which are scalars. */
  private static void refuseUnorderable(CreateIndex statement, Relation table) {
    for (IndexColumn column : statement.columns()) {
      Attribute attribute = column.column() == null ? null : table.attribute(column.column());
      if (attribute == null || attribute.type() == null || attribute.type().isArray()) {
        throw Errors.notSupported(
            column.start(), "access method \"" + statement.method() + "\" over this key");
      }
    }
  }

  private static void refuseUnsupported(CreateIndex statement, Relation table) {
    String method = statement.method();
    if (OTHER_METHODS.contains(method)) {
      if (statement.unique()) {
        throw Errors.of(
            SqlState.FEATURE_NOT_SUPPORTED,
            "access method \"" + method + "\" does not support unique indexes");
      }
      refuseUnorderable(statement, table);
    } else if (!method.equals("btree") && !method.equals("hash")) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, "access method \"" + method + "\" does not exist");
    }
    if (method.equals("hash") && statement.unique()) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED, "access method \"hash\" does not support unique indexes");
    }
    if (method.equals("hash") && statement.columns().size() > 1) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED,
          "access method \"hash\" does not support multicolumn indexes");
    }
    if (statement.predicate() != null && statement.unique()) {
      throw Errors.notSupported(-1, "a partial unique index");
    }
    if (statement.unique() && statement.nullsNotDistinct()) {
      throw Errors.notSupported(-1, "a unique index with NULLS NOT DISTINCT");
    }
  }

  private String key(IndexColumn column, Relation table) {
    if (column.column() != null) {
      checkColumn(column.column(), table, column.start());
      return EngineSql.name(column.column());
    }
    TreeSearch.refuseSubquery(column.expression(), "index expression");
    EngineExpression expression =
        context.analysis().expression(column.expression(), ExpressionPlace.INDEX, table, null);
    return "(" + expression.sql() + ")";
  }

  private static void checkColumn(String column, Relation table, int start) {
    if (table.attribute(column) == null) {
      throw Errors.of(SqlState.UNDEFINED_COLUMN, "column \"" + column + "\" does not exist");
    }
  }

  /** The name that a key lends to the index' own, unique among its keys. */
  private String keyName(IndexColumn column, List<String> before) {
    String name =
        column.column() != null ? column.column() : context.analysis().keyName(column.expression());
    String wanted = name == null ? "expr" : name;
    String unique = wanted;
    for (int i = 1; before.contains(unique); i++) {
      unique = wanted + i;
    }
    return unique;
  }
}
