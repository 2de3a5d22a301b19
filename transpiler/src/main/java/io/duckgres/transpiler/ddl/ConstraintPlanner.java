package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.statement.TableConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * Constraints of one table: PostgreSQL's checks, names and order, and the engine's clauses.
 *
 * <p>Sources: {@code src/backend/parser/parse_utilcmd.c} (transformIndexConstraint), {@code
 * src/backend/catalog/heap.c} (AddRelationNewConstraints), {@code src/backend/commands/tablecmds.c}
 * (ATAddForeignKeyConstraint).
 */
final class ConstraintPlanner {
  private final DefinitionContext context;
  private final NewObject table;
  private final Relation scope;
  private final List<String> clauses = new ArrayList<>();
  private final List<ConstraintRecord> records = new ArrayList<>();
  private final List<StoredTable.Constraint> constraints = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<StoredTable.Constraint> existing = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final Map<String, List<String>> indexed = new LinkedHashMap<>();
  private boolean hasPrimaryKey;

  /**
   * @param scope the table with all its columns
   */
  ConstraintPlanner(DefinitionContext context, NewObject table, Relation scope) {
    this.context = context;
    this.table = table;
    this.scope = scope;
  }

  /** Tells what the table has already. */
  void addExisting(List<StoredTable.Constraint> those) {
    existing.addAll(those);
    for (ForeignKey key : context.catalog().foreignKeys()) {
      if (key.isOf(table.schema(), table.name())) {
        names.add(key.name());
      }
    }
    for (StoredTable.Constraint constraint : those) {
      names.add(constraint.record().name());
      hasPrimaryKey |= constraint.record().kind() == ConstraintRecord.Kind.PRIMARY_KEY;
    }
  }

  /** The planned constraints with what the engine has to know of them. */
  List<StoredTable.Constraint> constraints() {
    return constraints;
  }

  /**
   * The constraints UNIQUE NULLS NOT DISTINCT, which are indexes of the engine's: their columns.
   */
  Map<String, List<String>> indexed() {
    return indexed;
  }

  /** The planned foreign keys that are kept beside the engine's catalog. */
  List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  /** Plans the constraints in PostgreSQL's order of naming: checks, keys, foreign keys. */
  void addAll(List<TableConstraint> constraints) {
    for (TableConstraint constraint : constraints) {
      if (constraint.name() != null && !names.add(constraint.name())) {
        throw duplicate(constraint);
      }
    }
    for (TableConstraint constraint : constraints) {
      if (constraint instanceof TableConstraint.Exclusion exclusion) {
        throw Errors.notSupported(exclusion.start(), "an exclusion constraint");
      }
      if (constraint instanceof TableConstraint.Check check) {
        addCheck(check);
      }
    }
    for (TableConstraint constraint : constraints) {
      if (constraint instanceof TableConstraint.Key key) {
        addKey(key);
      }
    }
    for (TableConstraint constraint : constraints) {
      if (constraint instanceof TableConstraint.ForeignKey key) {
        addForeignKey(key);
      }
    }
  }

  private static PgException duplicate(TableConstraint constraint) {
    return constraint instanceof TableConstraint.Check
        ? Errors.of(
            SqlState.DUPLICATE_OBJECT,
            "check constraint \"" + constraint.name() + "\" already exists")
        : Errors.relationExists(constraint.name());
  }

  /** Clauses for the engine's CREATE TABLE. */
  List<String> clauses() {
    return clauses;
  }

  List<ConstraintRecord> records() {
    return records;
  }

  /** Names of the constraints. */
  Set<String> names() {
    return names;
  }

  /** Adds a check or key of another table with the same columns. */
  void addCopy(StoredTable.Constraint constraint) {
    ConstraintRecord record = constraint.record();
    if (record.kind() == ConstraintRecord.Kind.CHECK) {
      if (!names.add(record.name())) {
        throw Errors.of(
            SqlState.DUPLICATE_OBJECT, "check constraint \"" + record.name() + "\" already exists");
      }
      clauses.add("CHECK (" + constraint.expression() + ")");
      record(record.kind(), record.columns(), record.name(), record.expression());
      constraints.add(new StoredTable.Constraint(last(), constraint.expression(), null, List.of()));
      return;
    }
    addKey(
        new TableConstraint.Key(
            null,
            record.kind() == ConstraintRecord.Kind.PRIMARY_KEY,
            record.columns(),
            false,
            TableConstraint.Timing.IMMEDIATE,
            -1));
  }

  /** Adds a constraint UNIQUE NULLS NOT DISTINCT. */
  void addIndexed(List<String> columns) {
    addKey(
        new TableConstraint.Key(null, false, columns, true, TableConstraint.Timing.IMMEDIATE, -1));
  }

  private void addCheck(TableConstraint.Check check) {
    List<String> columns = mentioned(check.condition().node());
    for (String column : columns) {
      refuseGenerated(column, check.start());
    }
    TreeSearch.refuseSubquery(check.condition().node(), "check constraint");
    EngineExpression condition =
        context.analysis().expression(check.condition().node(), ExpressionPlace.CHECK, scope, null);
    String name = check.name();
    if (name == null) {
      String second = columns.size() == 1 ? columns.get(0) : null;
      name = GeneratedNames.free(table.name(), second, "check", names::contains);
      names.add(name);
    }
    clauses.add("CHECK (" + condition.sql() + ")");
    record(ConstraintRecord.Kind.CHECK, columns, name, condition.shown());
    constraints.add(new StoredTable.Constraint(last(), condition.sql(), null, List.of()));
  }

  private void addKey(TableConstraint.Key key) {
    if (key.primary() && hasPrimaryKey) {
      throw Errors.at(
          key.start(),
          SqlState.INVALID_TABLE_DEFINITION,
          "multiple primary keys for table \"" + table.name() + "\" are not allowed");
    }
    hasPrimaryKey |= key.primary();
    if (key.timing() != TableConstraint.Timing.IMMEDIATE) {
      throw Errors.notSupported(key.start(), "a deferrable unique constraint");
    }
    checkKeyColumns(key);
    String name = key.name();
    if (name == null) {
      String second = key.primary() ? null : GeneratedNames.addition(key.columns());
      String label = key.primary() ? "pkey" : "key";
      name = GeneratedNames.free(table.name(), second, label, this::isTaken);
      names.add(name);
    } else if (context.catalog().relation(table.schema(), name) != null) {
      throw Errors.relationExists(name);
    }
    if (key.nullsNotDistinct()) {
      if (table.temporary()) {
        throw Errors.notSupported(key.start(), "UNIQUE NULLS NOT DISTINCT in a temporary table");
      }
      indexed.put(name, key.columns());
      return;
    }
    clauses.add((key.primary() ? "PRIMARY KEY " : "UNIQUE ") + EngineSql.nameList(key.columns()));
    record(
        key.primary() ? ConstraintRecord.Kind.PRIMARY_KEY : ConstraintRecord.Kind.UNIQUE,
        key.columns(),
        name);
    constraints.add(new StoredTable.Constraint(last(), null, null, List.of()));
  }

  private ConstraintRecord last() {
    return records.get(records.size() - 1);
  }

  private void checkKeyColumns(TableConstraint.Key key) {
    Set<String> seen = new HashSet<>();
    for (String column : key.columns()) {
      if (scope.attribute(column) == null) {
        throw Errors.at(
            key.start(),
            SqlState.UNDEFINED_COLUMN,
            "column \"" + column + "\" named in key does not exist");
      }
      if (!seen.add(column)) {
        throw Errors.at(
            key.start(),
            SqlState.DUPLICATE_COLUMN,
            "column \""
                + column
                + "\" appears twice in "
                + (key.primary() ? "primary key" : "unique")
                + " constraint");
      }
      refuseGenerated(column, key.start());
    }
  }

  private void addForeignKey(TableConstraint.ForeignKey key) {
    for (String column : key.columns()) {
      if (scope.attribute(column) == null) {
        throw Errors.of(
            SqlState.UNDEFINED_COLUMN,
            "column \"" + column + "\" referenced in foreign key constraint does not exist");
      }
      refuseGenerated(column, key.start());
    }
    String name = key.name();
    if (name == null) {
      name =
          GeneratedNames.free(
              table.name(), GeneratedNames.addition(key.columns()), "fkey", names::contains);
      names.add(name);
    }
    if (!table.temporary()) {
      List<StoredTable.Constraint> own = new ArrayList<>(existing);
      own.addAll(constraints);
      foreignKeys.add(new ForeignKeyPlanner(context, table, scope, own).plan(key, name));
      return;
    }
    // What is kept beside the engine outlives temporary tables: these have the engine's own.
    ForeignKeyClause clause = new ForeignKeyClause(context, table, scope);
    clauses.add(clause.sql(key));
    record(ConstraintRecord.Kind.FOREIGN_KEY, key.columns(), name);
    constraints.add(clause.constraint(last(), key));
  }

  /** The engine has no constraints on its computed columns. */
  private void refuseGenerated(String column, int start) {
    Attribute attribute = scope.attribute(column);
    if (attribute != null && attribute.generated()) {
      throw Errors.notSupported(start, "a constraint on the generated column \"" + column + "\"");
    }
  }

  private boolean isTaken(String name) {
    return names.contains(name)
        || name.equals(table.name())
        || context.catalog().relation(table.schema(), name) != null;
  }

  private void record(ConstraintRecord.Kind kind, List<String> columns, String name) {
    record(kind, columns, name, null);
  }

  private void record(
      ConstraintRecord.Kind kind, List<String> columns, String name, String expression) {
    int position = (int) records.stream().filter(r -> r.kind() == kind).count();
    records.add(new ConstraintRecord(kind, columns, position, name, expression));
  }

  /** The table's columns that an expression mentions, in order. */
  private List<String> mentioned(SqlNode expression) {
    Set<String> found = new LinkedHashSet<>();
    TreeSearch.visit(
        expression,
        node -> {
          if (node instanceof SqlIdentifier identifier) {
            String last = identifier.names.get(identifier.names.size() - 1);
            if (scope.attribute(last) != null) {
              found.add(last);
            }
          }
        });
    return List.copyOf(found);
  }
}
