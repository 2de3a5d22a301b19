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
 * index that is not unique change no result: such an index is created as a plain one over its keys,
 * or only recorded where the engine has none. A predicate of a unique index becomes part of its
 * keys.
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
    refuseUnsupported(statement);
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
    IndexRecord record = record(statement, table);
    if (isOnlyRecorded(statement, table)) {
      steps.addAll(context.records().indexCreated(table.schema(), name, record));
      return;
    }
    create(name, table, keys, statement, record, steps);
  }

  private void create(
      String name,
      Relation table,
      List<String> keys,
      CreateIndex statement,
      IndexRecord record,
      Steps steps) {
    String predicate =
        statement.unique() && statement.predicate() != null
            ? context
                .analysis()
                .expression(statement.predicate(), ExpressionPlace.CHECK, table, null)
                .sql()
            : null;
    UniqueKeys unique = new UniqueKeys(table, keys, record, predicate);
    if (statement.unique()) {
      steps.add(unique.check(name));
    }
    steps.add(
        "CREATE "
            + (statement.unique() ? "UNIQUE " : "")
            + "INDEX "
            + EngineSql.name(name)
            + " ON "
            + EngineSql.name(table.engineName())
            + " ("
            + String.join(", ", statement.unique() ? unique.engineKeys() : keys)
            + ")");
    steps.addAll(context.records().indexCreated(table.schema(), name, record));
  }

  /** The unique index that carries out UNIQUE NULLS NOT DISTINCT. */
  void constraint(String name, Relation table, List<String> columns, Steps steps) {
    IndexRecord record = UniqueKeys.constraint(table.name(), columns);
    List<String> keys = columns.stream().map(EngineSql::name).toList();
    UniqueKeys unique = new UniqueKeys(table, keys, record, null);
    steps.add(unique.check(name));
    steps.add(
        "CREATE UNIQUE INDEX "
            + EngineSql.name(name)
            + " ON "
            + EngineSql.name(table.engineName())
            + " ("
            + String.join(", ", unique.engineKeys())
            + ")");
    steps.addAll(context.records().indexCreated(table.schema(), name, record));
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
    return new IndexRecord(
        table.name(),
        statement.method(),
        statement.unique(),
        keys,
        statement.include(),
        predicate,
        statement.nullsNotDistinct(),
        false);
  }

  private EngineExpression analyzed(SqlNode expression, Relation table, ExpressionType target) {
    return context.analysis().expression(expression, ExpressionPlace.INDEX, table, target);
  }

  /** The engine's only kind of index orders its keys, which are scalars. */
  private boolean isOnlyRecorded(CreateIndex statement, Relation table) {
    if (statement.unique() || table.schema().equals(ObjectLookup.TEMPORARY)) {
      return false;
    }
    if (OTHER_METHODS.contains(statement.method())) {
      return true;
    }
    return statement.columns().stream()
        .filter(column -> column.column() != null)
        .map(column -> table.attribute(column.column()))
        .anyMatch(a -> a.type() == null || a.type().isArray() || !isScalar(a));
  }

  private static boolean isScalar(Attribute attribute) {
    return !attribute.engineType().startsWith("STRUCT")
        && !attribute.engineType().endsWith("]")
        && !attribute.engineType().equals("INTERVAL");
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

  private static void refuseUnsupported(CreateIndex statement) {
    String method = statement.method();
    if (OTHER_METHODS.contains(method)) {
      if (statement.unique()) {
        throw Errors.of(
            SqlState.FEATURE_NOT_SUPPORTED,
            "access method \"" + method + "\" does not support unique indexes");
      }
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
