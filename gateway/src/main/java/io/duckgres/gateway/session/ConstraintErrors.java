package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineException;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgException.ErrorObject;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ConstraintRecord.Kind;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.plan.EngineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Names the constraint that a statement violates: the engine tells its kind and its columns only,
 * the catalog its name.
 *
 * <p>Source of messages: {@code src/backend/access/nbtree/nbtinsert.c}, {@code
 * src/backend/executor/execMain.c} (ExecConstraints), {@code src/backend/utils/adt/ri_triggers.c}
 * (ri_ReportViolation).
 */
final class ConstraintErrors {
  private final PgException error;
  private final EngineException engineError;
  private final CatalogSnapshot catalog;
  private final Relation table;

  private ConstraintErrors(
      PgException error, EngineException engineError, CatalogSnapshot catalog, Relation table) {
    this.error = error;
    this.engineError = engineError;
    this.catalog = catalog;
    this.table = table;
  }

  /**
   * The error with table and constraint, as far as they can be told.
   *
   * @param catalog read only when the engine reports a violated constraint
   */
  static PgException complete(
      PgException error,
      EngineException engineError,
      EngineStep step,
      Supplier<CatalogSnapshot> catalog) {
    boolean violated =
        engineError.details().kind().equalsIgnoreCase("Constraint") && !step.target().isEmpty();
    if (!violated) {
      return error;
    }
    try {
      CatalogSnapshot snapshot = catalog.get();
      Relation table = snapshot.relationByEngineName(step.target());
      return table == null
          ? error
          : new ConstraintErrors(error, engineError, snapshot, table).complete();
    } catch (PgException unreadable) {
      // A session that changed the catalog in the transaction that just failed can't read it.
      return error;
    }
  }

  private PgException complete() {
    if (error.state() == SqlState.NOT_NULL_VIOLATION) {
      return error.withObject(new ErrorObject(table.schema(), table.name(), column(), null, null));
    }
    StoredTable stored = catalog.stored(table);
    if (stored == null) {
      return error;
    }
    if (error.state() == SqlState.UNIQUE_VIOLATION) {
      return unique(stored);
    }
    if (error.state() == SqlState.CHECK_VIOLATION) {
      return check(stored);
    }
    return error.state() == SqlState.FOREIGN_KEY_VIOLATION ? foreignKey(stored) : error;
  }

  /** The column of a violated NOT NULL: what follows the last dot. */
  private String column() {
    String text = engineError.details().text();
    return text.lines().findFirst().orElse("").substring(text.lastIndexOf('.') + 1).trim();
  }

  /** A key that no two rows share, by the name of its constraint or index. */
  private record Key(String name, List<String> columns) {}

  private PgException unique(StoredTable stored) {
    List<Key> keys = new ArrayList<>();
    for (StoredTable.Constraint constraint : stored.constraints()) {
      Kind kind = constraint.record().kind();
      if (kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE) {
        keys.add(new Key(constraint.record().name(), constraint.record().columns()));
      }
    }
    for (StoredTable.Index index : stored.indexes()) {
      if (index.unique()) {
        keys.add(new Key(index.name(), index.keys()));
      }
    }
    for (Key key : keys) {
      if (isKey(key.columns())) {
        return unique(key.name()).withDetail(error.detail());
      }
    }
    String message = engineError.details().text();
    StoredTable.Index special = SpecialIndexes.violated(stored, message);
    if (special != null && (keys.size() == 1 || SpecialIndexes.isSure(special, message))) {
      return unique(special.name()).withDetail(SpecialIndexes.detail(special.record(), message));
    }
    if (keys.size() == 1) {
      // Of a row that the same transaction inserted the engine tells the values alone.
      Key key = keys.get(0);
      String columns = String.join(", ", key.columns());
      return unique(key.name())
          .withDetail("Key (" + columns + ")=(" + lone() + ") already exists.");
    }
    return error;
  }

  private PgException unique(String name) {
    return renamed("duplicate key value violates unique constraint \"" + name + "\"", name);
  }

  /** What stands in quotes in the engine's message. */
  private String lone() {
    String text = engineError.details().text();
    return text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
  }

  private boolean isKey(List<String> columns) {
    return error.detail() != null
        && error.detail().startsWith("Key (" + String.join(", ", columns) + ")=(");
  }

  private PgException check(StoredTable stored) {
    String text = engineError.details().text().strip();
    List<String> names = new ArrayList<>();
    for (StoredTable.Constraint constraint : stored.constraints()) {
      if (constraint.record().kind() == Kind.CHECK
          && text.endsWith("CHECK(" + constraint.expression() + ")")) {
        names.add(constraint.record().name());
      }
    }
    if (names.isEmpty()) {
      return error;
    }
    return renamed(
        "new row for relation \""
            + table.name()
            + "\" violates check constraint \""
            + names.get(0)
            + "\"",
        names.get(0));
  }

  private PgException foreignKey(StoredTable stored) {
    boolean missing = engineError.details().text().contains("does not exist");
    return missing ? missingKey(stored) : referencedKey(stored);
  }

  private PgException missingKey(StoredTable stored) {
    List<StoredTable.Constraint> candidates =
        stored.constraints().stream()
            .filter(c -> c.record().kind() == Kind.FOREIGN_KEY && isKey(c.referencedColumns()))
            .toList();
    if (candidates.size() != 1) {
      return error;
    }
    StoredTable.Constraint violated = candidates.get(0);
    ConstraintRecord record = violated.record();
    String message =
        "insert or update on table \""
            + table.name()
            + "\" violates foreign key constraint \""
            + record.name()
            + "\"";
    return renamed(message, record.name())
        .withDetail(
            "Key ("
                + String.join(", ", record.columns())
                + ")=("
                + values()
                + ") is not present in table \""
                + violated.referencedTable()
                + "\".");
  }

  private PgException referencedKey(StoredTable stored) {
    PgException found = null;
    for (String name : stored.referencing()) {
      Relation referencing = catalog.relation(table.schema(), name);
      StoredTable other = referencing == null ? null : catalog.stored(referencing);
      if (other == null) {
        continue;
      }
      for (StoredTable.Constraint constraint : other.constraints()) {
        if (table.name().equals(constraint.referencedTable())
            && isKey(constraint.record().columns())) {
          if (found != null) {
            return error;
          }
          found = referencedKey(referencing, constraint);
        }
      }
    }
    return found == null ? error : found;
  }

  private PgException referencedKey(Relation referencing, StoredTable.Constraint violated) {
    String constraint = violated.record().name();
    return copy("update or delete on table \""
            + table.name()
            + "\" violates foreign key constraint \""
            + constraint
            + "\" on table \""
            + referencing.name()
            + "\"")
        .withDetail(
            "Key ("
                + String.join(", ", violated.referencedColumns())
                + ")=("
                + values()
                + ") is still referenced from table \""
                + referencing.name()
                + "\".")
        .withObject(
            new ErrorObject(referencing.schema(), referencing.name(), null, null, constraint));
  }

  /** The values of the key in the error's detail. */
  private String values() {
    String detail = error.detail();
    int start = detail.indexOf(")=(") + 3;
    return detail.substring(start, detail.lastIndexOf(") is "));
  }

  private PgException renamed(String message, String constraint) {
    return copy(message)
        .withObject(new ErrorObject(table.schema(), table.name(), null, null, constraint));
  }

  private PgException copy(String message) {
    return new PgException(error.state(), message).withDetail(error.detail()).withCause(error);
  }
}
