package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * The unique indexes whose violation ON CONFLICT deals with.
 *
 * <p>Source: {@code src/backend/optimizer/util/plancat.c} (infer_arbiter_indexes) and {@code
 * src/backend/catalog/pg_constraint.c} (get_relation_constraint_oid).
 */
final class ConflictArbiters {
  private final TargetRelation target;
  private final StoredTable stored;

  ConflictArbiters(Analysis analysis, TargetRelation target) {
    this.target = target;
    this.stored = analysis.catalog.stored(target.relation());
  }

  /**
   * The columns of the constraint that the clause names.
   *
   * @throws PgException 42704 when there is none, 42809 when it is no unique constraint
   */
  List<String> constraint(ConflictClause clause) {
    StoredTable.Constraint found = stored == null ? null : stored.constraint(clause.constraint());
    if (found == null) {
      throw new PgException(
          SqlState.UNDEFINED_OBJECT,
          "constraint \""
              + clause.constraint()
              + "\" for table \""
              + target.relation().name()
              + "\" does not exist");
    }
    if (!isUnique(found.record())) {
      throw new PgException(
          SqlState.WRONG_OBJECT_TYPE, "constraint in ON CONFLICT clause has no associated index");
    }
    return found.record().columns();
  }

  private static boolean isUnique(ConstraintRecord record) {
    return record.kind() == ConstraintRecord.Kind.PRIMARY_KEY
        || record.kind() == ConstraintRecord.Kind.UNIQUE;
  }

  /** The columns of each unique constraint and of each unique index over columns. */
  List<List<String>> keys() {
    List<List<String>> keys = new ArrayList<>();
    if (stored == null) {
      return keys;
    }
    for (StoredTable.Constraint constraint : stored.constraints()) {
      if (isUnique(constraint.record())) {
        keys.add(constraint.record().columns());
      }
    }
    for (StoredTable.Index index : stored.indexes()) {
      List<String> columns = columns(index);
      if (index.unique() && columns != null && !isPartial(index)) {
        keys.add(columns);
      }
    }
    return keys;
  }

  private static boolean isPartial(StoredTable.Index index) {
    return index.record() != null && index.record().predicate() != null;
  }

  /** The columns of an index; null when it has an expression among its keys. */
  private List<String> columns(StoredTable.Index index) {
    if (index.record() != null) {
      return index.record().hasColumnsOnly() ? index.record().keyTexts() : null;
    }
    List<String> columns = new ArrayList<>();
    for (String key : index.keys()) {
      String column =
          target.relation().attributes().stream()
              .map(attribute -> attribute.name())
              .filter(name -> key.equals(name) || key.equals(Identifiers.quote(name)))
              .findFirst()
              .orElse(null);
      if (column == null) {
        return null;
      }
      columns.add(column);
    }
    return columns;
  }

  /**
   * Checks that an index has these keys.
   *
   * @param keys the conflict target, typed
   * @param conditional whether the target has a condition, so that a partial index fits
   * @return whether a partial index is the only one that fits
   * @throws PgException 42P10 when there is none
   */
  boolean require(List<SqlNode> keys, boolean conditional) {
    Set<String> wanted = new HashSet<>();
    boolean expressions = false;
    for (SqlNode key : keys) {
      SqlNode plain = key instanceof CollateCall collate ? collate.operand() : key;
      if (plain instanceof ColumnRef column) {
        wanted.add(column.column());
      } else {
        expressions = true;
      }
    }
    boolean found =
        expressions
            ? hasIndexOverExpressions(keys.size())
            : keys().stream().anyMatch(columns -> new HashSet<>(columns).equals(wanted));
    boolean partial = !found && conditional && !expressions && hasPartialIndex(wanted);
    if (!found && !partial) {
      throw new PgException(
          SqlState.INVALID_COLUMN_REFERENCE,
          "there is no unique or exclusion constraint matching the ON CONFLICT specification");
    }
    return partial;
  }

  private boolean hasPartialIndex(Set<String> wanted) {
    return stored != null
        && stored.indexes().stream()
            .anyMatch(
                index ->
                    index.unique()
                        && isPartial(index)
                        && columns(index) != null
                        && new HashSet<>(columns(index)).equals(wanted));
  }

  /** The engine spells expressions its own way, so that their number is what can be compared. */
  private boolean hasIndexOverExpressions(int keys) {
    return stored != null
        && stored.indexes().stream()
            .anyMatch(
                index -> index.unique() && index.keys().size() == keys && columns(index) == null);
  }
}
