package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.ShownText;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.deparse.Deparser;
import io.duckgres.transpiler.deparse.NoFormException;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.LogicalCall;
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
  private final Analysis analysis;
  private final TargetRelation target;
  private final StoredTable stored;

  ConflictArbiters(Analysis analysis, TargetRelation target) {
    this.analysis = analysis;
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

  /** Whether nothing in the table can conflict. */
  boolean isEmpty() {
    return stored != null
        && stored.constraints().stream().noneMatch(constraint -> isUnique(constraint.record()))
        && stored.indexes().stream().noneMatch(StoredTable.Index::unique);
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
   * The indexes that have the keys of the conflict target.
   *
   * @param keys the conflict target, typed
   * @return the predicates of the partial indexes that fit; empty when an index of all rows does
   * @throws PgException 42P10 when there is none, 0A000 when it cannot be told whether the
   *     condition of the target implies the predicate of a partial index
   */
  List<String> require(ConflictClause clause, List<SqlNode> keys) {
    Set<List<String>> wanted = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      SqlNode plain = keys.get(i) instanceof CollateCall collate ? collate.operand() : keys.get(i);
      wanted.add(
          plain instanceof ColumnRef column
              ? column(column.column())
              : expression(shown(clause.targets().get(i), null)));
    }
    if (full().contains(wanted)) {
      return List.of();
    }
    List<String> predicates = new ArrayList<>();
    for (StoredTable.Index index : indexes()) {
      if (isPartial(index) && keys(index).equals(wanted)) {
        predicates.add(ShownText.plain(index.record().predicate()));
      }
    }
    if (predicates.isEmpty() || clause.targetWhere() == null) {
      throw new PgException(
          SqlState.INVALID_COLUMN_REFERENCE,
          "there is no unique or exclusion constraint matching the ON CONFLICT specification");
    }
    Set<String> conditions = new HashSet<>();
    conjuncts(clause.targetWhere(), conditions);
    predicates.removeIf(
        predicate -> {
          Set<String> required = new HashSet<>();
          conjuncts(RoutineText.expression(predicate), required);
          return !conditions.containsAll(required);
        });
    if (predicates.isEmpty()) {
      throw PgException.notSupported(
          "ON CONFLICT with a condition in other words than the predicate of the index");
    }
    return predicates;
  }

  private void conjuncts(SqlNode condition, Set<String> texts) {
    if (condition instanceof LogicalCall call && call.kind() == LogicalCall.Kind.AND) {
      call.operands().forEach(operand -> conjuncts(operand, texts));
    } else {
      texts.add(shown(condition, ExpressionType.of(PgTypes.BOOL)));
    }
  }

  private List<StoredTable.Index> indexes() {
    return stored == null
        ? List.of()
        : stored.indexes().stream().filter(StoredTable.Index::unique).toList();
  }

  /**
   * The unique indexes that have expressions for keys, or not all rows.
   *
   * @param table null for none
   */
  static List<IndexRecord> special(StoredTable table) {
    return table == null
        ? List.of()
        : table.indexes().stream()
            .filter(index -> index.unique() && index.record() != null)
            .map(StoredTable.Index::record)
            .filter(record -> record.predicate() != null || !record.hasColumnsOnly())
            .toList();
  }

  /** Those of this table. */
  List<IndexRecord> special() {
    return special(stored);
  }

  /** The keys of the unique constraints, and of the unique indexes that have all rows. */
  private List<Set<List<String>>> full() {
    List<Set<List<String>>> full = new ArrayList<>();
    if (stored != null) {
      for (StoredTable.Constraint constraint : stored.constraints()) {
        if (isUnique(constraint.record())) {
          Set<List<String>> keys = new HashSet<>();
          constraint.record().columns().forEach(name -> keys.add(column(name)));
          full.add(keys);
        }
      }
      for (StoredTable.Index index : indexes()) {
        if (!isPartial(index)) {
          full.add(keys(index));
        }
      }
    }
    return full;
  }

  private Set<List<String>> keys(StoredTable.Index index) {
    Set<List<String>> keys = new HashSet<>();
    List<String> columns = columns(index);
    if (columns != null) {
      columns.forEach(name -> keys.add(column(name)));
    } else if (index.record() != null) {
      for (IndexRecord.Key key : index.record().keys()) {
        keys.add(key.column() != null ? column(key.column()) : expression(key.text()));
      }
    }
    return keys;
  }

  private static List<String> column(String name) {
    return List.of("column", name);
  }

  private static List<String> expression(String text) {
    return List.of("expression", text);
  }

  /** An expression of the clause as the records spell it. */
  private String shown(SqlNode expression, ExpressionType type) {
    if (target.view() != null) {
      throw PgException.notSupported("ON CONFLICT over an expression through a view");
    }
    try {
      SqlNode tree =
          new StatementAnalyzer(analysis.context)
              .shown(expression, target.relation(), StatementAnalyzer.Use.INDEX, type);
      return new Deparser(analysis.context.searchPath()).expression(tree, false, false);
    } catch (NoFormException noForm) {
      throw PgException.notSupported("ON CONFLICT over this expression");
    }
  }
}
