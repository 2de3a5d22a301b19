package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgCasts;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.statement.TableConstraint.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A foreign key with PostgreSQL's checks.
 *
 * <p>Source: {@code src/backend/commands/tablecmds.c} (ATAddForeignKeyConstraint,
 * transformFkeyGetPrimaryKey, transformFkeyCheckAttrs).
 */
final class ForeignKeyPlanner {
  private final DefinitionContext context;
  private final NewObject table;
  private final Relation scope;
  private final List<StoredTable.Constraint> ownKeys;

  /**
   * @param scope the referencing table with all its columns
   * @param ownKeys its constraints, for foreign keys to itself
   */
  ForeignKeyPlanner(
      DefinitionContext context,
      NewObject table,
      Relation scope,
      List<StoredTable.Constraint> ownKeys) {
    this.context = context;
    this.table = table;
    this.scope = scope;
    this.ownKeys = ownKeys;
  }

  ForeignKey plan(TableConstraint.ForeignKey key, String name) {
    if (key.match().equals("PARTIAL")) {
      throw Errors.of(SqlState.FEATURE_NOT_SUPPORTED, "MATCH PARTIAL not yet implemented");
    }
    Relation referenced = referenced(key.referenced());
    List<StoredTable.Constraint> keys =
        referenced == scope ? ownKeys : TableRebuild.stored(context, referenced).constraints();
    List<String> columns = referencedColumns(key, referenced, keys);
    if (columns.size() != key.columns().size()) {
      throw Errors.of(
          SqlState.INVALID_FOREIGN_KEY,
          "number of referencing and referenced columns for foreign key disagree");
    }
    for (int i = 0; i < columns.size(); i++) {
      checkTypes(name, scope.attribute(key.columns().get(i)), referenced.attribute(columns.get(i)));
    }
    checkSetColumns(key);
    return new ForeignKey(
        name,
        table.schema(),
        table.name(),
        key.columns(),
        referenced.schema(),
        referenced.name(),
        columns,
        key.match().equals("FULL"),
        ForeignKey.Action.of(key.onDelete()),
        ForeignKey.Action.of(key.onUpdate()),
        key.setColumns(),
        key.timing() != Timing.IMMEDIATE,
        key.timing() == Timing.DEFERRED,
        true);
  }

  private List<String> referencedColumns(
      TableConstraint.ForeignKey key, Relation referenced, List<StoredTable.Constraint> keys) {
    if (key.referencedColumns().isEmpty()) {
      for (StoredTable.Constraint constraint : keys) {
        if (constraint.record().kind() == ConstraintRecord.Kind.PRIMARY_KEY) {
          return constraint.record().columns();
        }
      }
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT,
          "there is no primary key for referenced table \"" + referenced.name() + "\"");
    }
    for (String column : key.referencedColumns()) {
      if (referenced.attribute(column) == null) {
        throw Errors.of(
            SqlState.UNDEFINED_COLUMN,
            "column \"" + column + "\" referenced in foreign key constraint does not exist");
      }
    }
    Set<String> wanted = new HashSet<>(key.referencedColumns());
    if (wanted.size() < key.referencedColumns().size()) {
      throw Errors.of(
          SqlState.INVALID_FOREIGN_KEY,
          "foreign key referenced-columns list must not contain duplicates");
    }
    for (StoredTable.Constraint constraint : keys) {
      if (isKey(constraint.record().kind())
          && wanted.equals(new HashSet<>(constraint.record().columns()))) {
        return key.referencedColumns();
      }
    }
    if (referenced != scope) {
      for (StoredTable.Index index : TableRebuild.stored(context, referenced).indexes()) {
        if (index.unique()
            && new HashSet<>(index.keys())
                .equals(
                    new HashSet<>(
                        key.referencedColumns().stream().map(EngineSql::name).toList()))) {
          return key.referencedColumns();
        }
      }
    }
    throw Errors.of(
        SqlState.INVALID_FOREIGN_KEY,
        "there is no unique constraint matching given keys for referenced table \""
            + referenced.name()
            + "\"");
  }

  private static boolean isKey(ConstraintRecord.Kind kind) {
    return kind == ConstraintRecord.Kind.PRIMARY_KEY || kind == ConstraintRecord.Kind.UNIQUE;
  }

  private static void checkTypes(String name, Attribute column, Attribute referenced) {
    PgType from = column.type();
    PgType to = referenced.type();
    boolean comparable =
        from != null
            && to != null
            && (from.equals(to) || isFamily(from, to) || isImplicit(from, to));
    if (!comparable) {
      throw Errors.of(
              SqlState.DATATYPE_MISMATCH,
              "foreign key constraint \"" + name + "\" cannot be implemented")
          .withDetail(
              "Key columns \""
                  + column.name()
                  + "\" and \""
                  + referenced.name()
                  + "\" are of incompatible types: "
                  + (from == null ? column.engineType() : TypeNames.format(from))
                  + " and "
                  + (to == null ? referenced.engineType() : TypeNames.format(to))
                  + ".");
    }
  }

  /** Types of one operator family. */
  private static boolean isFamily(PgType from, PgType to) {
    List<Set<String>> families =
        List.of(
            Set.of("int2", "int4", "int8"),
            Set.of("float4", "float8"),
            Set.of("date", "timestamp", "timestamptz"));
    return families.stream().anyMatch(f -> f.contains(from.name()) && f.contains(to.name()));
  }

  private static boolean isImplicit(PgType from, PgType to) {
    PgCast cast = PgCasts.find(from, to);
    return cast != null && cast.context() == PgCast.Context.IMPLICIT;
  }

  private static void checkSetColumns(TableConstraint.ForeignKey key) {
    for (String column : key.setColumns()) {
      if (!key.columns().contains(column)) {
        throw Errors.of(
            SqlState.INVALID_COLUMN_REFERENCE,
            "column \""
                + column
                + "\" referenced in ON DELETE SET action must be part of foreign key");
      }
    }
  }

  private Relation referenced(ObjectName name) {
    boolean self =
        name.name().equals(table.name())
            && (name.schema() == null || name.schema().equals(table.schema()));
    Relation found = context.lookup().relation(name);
    if (found == null && self) {
      return scope;
    }
    if (found == null) {
      throw context.lookup().missing(name, -1);
    }
    if (found.schema().equals(table.schema()) && found.name().equals(table.name())) {
      return scope;
    }
    if (found.kind() != Relation.Kind.TABLE) {
      throw wrongKind(found);
    }
    if (ObjectLookup.isSystem(found.schema())) {
      throw Errors.of(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + found.name() + "\" is a system catalog");
    }
    if (found.schema().equals(ObjectLookup.TEMPORARY)) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "constraints on permanent tables may reference only permanent tables");
    }
    return found;
  }

  private static PgException wrongKind(Relation found) {
    return Errors.of(
        SqlState.WRONG_OBJECT_TYPE, "referenced relation \"" + found.name() + "\" is not a table");
  }
}
