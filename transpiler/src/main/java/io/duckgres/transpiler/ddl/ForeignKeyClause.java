package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableConstraint;
import java.util.List;

/** A foreign key as a clause of the engine's CREATE TABLE, as far as the engine has it. */
final class ForeignKeyClause {
  private final DefinitionContext context;
  private final NewObject table;
  private final Relation scope;

  ForeignKeyClause(DefinitionContext context, NewObject table, Relation scope) {
    this.context = context;
    this.table = table;
    this.scope = scope;
  }

  String sql(TableConstraint.ForeignKey key) {
    refuseUnsupported(key);
    Relation referenced = referenced(key.referenced());
    for (String column : key.referencedColumns()) {
      if (referenced.attribute(column) == null) {
        throw Errors.of(
            SqlState.UNDEFINED_COLUMN,
            "column \"" + column + "\" referenced in foreign key constraint does not exist");
      }
    }
    if (!key.referencedColumns().isEmpty()
        && key.referencedColumns().size() != key.columns().size()) {
      throw Errors.of(
          SqlState.INVALID_FOREIGN_KEY,
          "number of referencing and referenced columns for foreign key disagree");
    }
    String columns =
        key.referencedColumns().isEmpty() ? "" : " " + EngineSql.nameList(key.referencedColumns());
    return "FOREIGN KEY "
        + EngineSql.nameList(key.columns())
        + " REFERENCES "
        + table.sibling(referenced.name()).shortSql()
        + columns;
  }

  /** The constraint with the columns that it refers to. */
  StoredTable.Constraint constraint(ConstraintRecord record, TableConstraint.ForeignKey key) {
    Relation referenced = referenced(key.referenced());
    List<String> columns =
        key.referencedColumns().isEmpty()
            ? context.catalog().primaryKey(referenced)
            : key.referencedColumns();
    return new StoredTable.Constraint(record, null, referenced.name(), columns);
  }

  private Relation referenced(ObjectName name) {
    Relation found = context.lookup().relation(name);
    boolean unqualifiedSelf = name.schema() == null && name.name().equals(table.name());
    boolean qualifiedSelf =
        table.schema().equals(name.schema()) && name.name().equals(table.name());
    if (found == null || qualifiedSelf) {
      if (unqualifiedSelf || qualifiedSelf) {
        return scope;
      }
      throw context.lookup().missing(name, -1);
    }
    if (found.kind() != Relation.Kind.TABLE) {
      throw Errors.of(
          SqlState.WRONG_OBJECT_TYPE,
          "referenced relation \"" + found.name() + "\" is not a table");
    }
    boolean toTemporary = found.schema().equals(ObjectLookup.TEMPORARY);
    if (table.temporary() && !toTemporary) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "constraints on temporary tables may reference only temporary tables");
    }
    if (!table.temporary() && toTemporary) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "constraints on permanent tables may reference only permanent tables");
    }
    if (!found.schema().equals(table.schema())) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED,
          "a foreign key to a table of another schema is not supported");
    }
    return found;
  }

  private static void refuseUnsupported(TableConstraint.ForeignKey key) {
    if (key.timing() != TableConstraint.Timing.IMMEDIATE) {
      throw Errors.notSupported(key.start(), "a deferrable foreign key");
    }
    if (key.match().equals("PARTIAL") || key.match().equals("FULL") && key.columns().size() > 1) {
      throw Errors.notSupported(key.start(), "a foreign key with MATCH " + key.match());
    }
    refuseAction(key, "DELETE", key.onDelete());
    refuseAction(key, "UPDATE", key.onUpdate());
  }

  private static void refuseAction(TableConstraint.ForeignKey key, String event, String action) {
    if (!action.equals("NO ACTION") && !action.equals("RESTRICT")) {
      throw Errors.notSupported(key.start(), "a foreign key with ON " + event + " " + action);
    }
  }
}
