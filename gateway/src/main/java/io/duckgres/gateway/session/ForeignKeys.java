package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineException;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.ForeignKey.Action;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.RowChange;
import io.duckgres.transpiler.plan.RowChange.Kind;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.reference.ReferenceSql;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Foreign keys of one session: checks and actions follow the statement that makes them necessary,
 * in its transaction; those of deferred ones come before COMMIT.
 *
 * <p>A deferred check is made at once too: only where it fails it is to be made again at the end.
 * So what is to be checked then is little, and is checked whole.
 *
 * <p>Source: {@code src/backend/utils/adt/ri_triggers.c}, {@code src/backend/commands/trigger.c}.
 */
final class ForeignKeys implements TransactionObserver {
  /** The engine numbers the rows that a transaction has inserted from here on. */
  private static final long FIRST_INSERTED = 36_028_797_018_960_000L;

  /** Up to how many inserted rows are looked at again after each statement. */
  private static final long FEW = 1000;

  private final SessionContext context;
  private final ReferenceConflicts conflicts;
  private final Set<String> references = new HashSet<>();
  private final Set<String> takes = new HashSet<>();
  private final Map<List<String>, ForeignKey> violated = new LinkedHashMap<>();
  private final Map<List<String>, Boolean> timing = new HashMap<>();
  private final Map<List<String>, Long> checked = new HashMap<>();
  private Boolean allDeferred;
  private long begun;
  private int captures;

  ForeignKeys(SessionContext context, ReferenceConflicts conflicts) {
    this.context = context;
    this.conflicts = conflicts;
  }

  @Override
  public void beginning() {
    // A transaction that is repeated sees what is committed by now, but what it has read before
    // counts as well.
    begun = references.isEmpty() && takes.isEmpty() ? conflicts.now() : begun;
    checked.clear();
  }

  /**
   * Looks after the foreign keys that changes are about.
   *
   * @param change what carries out a further change of rows
   * @throws PgException 23503
   */
  void changed(List<RowChange> changes, Consumer<EngineStep> change) {
    new Run(change).run(changes);
  }

  /** What follows from one statement. */
  private final class Run {
    private final Consumer<EngineStep> executor;
    private final CatalogSnapshot catalog = context.catalog();
    private final ForeignKeyGraph graph = ForeignKeyGraph.of(catalog);
    private final Queue<RowChange> changes = new ArrayDeque<>();
    private final Set<String> temporary = new LinkedHashSet<>();

    Run(Consumer<EngineStep> executor) {
      this.executor = executor;
    }

    void run(List<RowChange> made) {
      changes.addAll(made);
      for (RowChange change = changes.poll(); change != null; change = changes.poll()) {
        context.cancellation.check();
        asReferenced(change);
        asReferencing(change);
      }
      temporary.forEach(table -> execute("DROP TABLE IF EXISTS temp." + table, List.of()));
    }

    private void asReferencing(RowChange change) {
      if (change.kind() == Kind.DELETE || change.kind() == Kind.TRUNCATE) {
        return;
      }
      List<String> table = List.of(change.schema(), change.table());
      long first = checked.getOrDefault(table, FIRST_INSERTED);
      for (ForeignKey key : graph.of(change.schema(), change.table())) {
        boolean touched = change.kind() == Kind.INSERT || change.touches(key.columns());
        if (!touched) {
          continue;
        }
        references.add(name(key.referencedSchema(), key.referencedTable()));
        ReferenceSql sql = ReferenceSql.of(key, catalog);
        boolean raises = !isDeferred(key);
        switch (change.kind()) {
          case INSERT -> check(key, sql.checkInserted(first, raises));
          case UPDATE -> check(key, sql.checkUpdated(change.captured(), raises));
          default -> check(key, sql.checkAll(raises));
        }
      }
      if (change.kind() == Kind.INSERT) {
        advance(table, first);
      }
    }

    /** Rows that are checked are not looked at again, once there are many. */
    private void advance(List<String> table, long first) {
      List<String> name = catalog.relation(table.get(0), table.get(1)).engineName();
      List<List<String>> row =
          EngineRows.read(
              context.engine,
              "SELECT max(rowid) FROM " + quoted(name) + " WHERE rowid >= " + first,
              List.of());
      String last = row.get(0).get(0);
      if (last != null && Long.parseLong(last) - first >= FEW) {
        checked.put(table, Long.parseLong(last) + 1);
      }
    }

    private void asReferenced(RowChange change) {
      if (change.kind() == Kind.INSERT) {
        return;
      }
      for (ForeignKey key : graph.referencing(change.schema(), change.table())) {
        boolean update = change.kind() == Kind.UPDATE;
        if (update && !change.touches(key.referencedColumns())) {
          continue;
        }
        takes.add(name(change.schema(), change.table()));
        if (change.kind() == Kind.ANY) {
          checkWhole(key, change);
        } else if (change.kind() != Kind.TRUNCATE) {
          act(key, change, update ? key.onUpdate() : key.onDelete());
        }
      }
    }

    /** What happened to the keys is not known: nobody may refer to one that is not there. */
    private void checkWhole(ForeignKey key, RowChange change) {
      if (!change.touches(key.referencedColumns())) {
        return;
      }
      boolean acts = isAction(key.onDelete()) || isAction(key.onUpdate());
      ReferenceSql sql = ReferenceSql.of(key, catalog);
      if (acts && sql.checkAll(false).stream().anyMatch(this::gives)) {
        throw PgException.notSupported(
            "a foreign key's action after a statement that inserts or updates");
      }
      check(key, sql.checkAll(!isDeferred(key)));
    }

    private boolean isAction(Action action) {
      return action != Action.NO_ACTION && action != Action.RESTRICT;
    }

    private void act(ForeignKey key, RowChange change, Action action) {
      ReferenceSql sql = ReferenceSql.of(key, catalog);
      switch (action) {
        case NO_ACTION -> check(key, List.of(sql.checkGone(change, false, !isDeferred(key))));
        case RESTRICT -> gives(sql.checkGone(change, true, true));
        case CASCADE -> {
          if (change.kind() == Kind.DELETE) {
            delete(key, sql, change);
          } else {
            update(key, sql, change, action);
          }
        }
        default -> {
          update(key, sql, change, action);
          if (action == Action.SET_DEFAULT) {
            // The default may be the key that is gone.
            check(key, List.of(sql.checkGone(change, false, !isDeferred(key))));
          }
        }
      }
    }

    private void delete(ForeignKey key, ReferenceSql sql, RowChange change) {
      if (graph.referencing(key.schema(), key.table()).isEmpty()) {
        execute(sql.delete(change), sql.childName());
        return;
      }
      String captured = nextCapture();
      Set<String> columns = graph.columns(key.schema(), key.table());
      execute(sql.captureDeleted(change, captured, columns), List.of());
      if (gives("SELECT 1 FROM " + captured + " LIMIT 1")) {
        execute(sql.deleteCaptured(captured), sql.childName());
        changes.add(new RowChange(key.schema(), key.table(), Kind.DELETE, null, captured));
      }
    }

    private void update(ForeignKey key, ReferenceSql sql, RowChange change, Action action) {
      String captured = nextCapture();
      Set<String> columns = graph.columns(key.schema(), key.table());
      execute(sql.captureUpdated(change, action, captured, columns), List.of());
      if (gives("SELECT 1 FROM " + captured + " LIMIT 1")) {
        execute(sql.update(change, action), sql.childName());
        changes.add(
            new RowChange(
                key.schema(), key.table(), Kind.UPDATE, sql.updated(change, action), captured));
      }
    }

    private String nextCapture() {
      String table = "duckgres_changed_" + captures++;
      temporary.add(table);
      return table;
    }

    private void execute(String sql, List<String> target) {
      executor.accept(EngineStep.of(sql).changing(target));
    }

    private void check(ForeignKey key, List<String> queries) {
      for (String query : queries) {
        if (gives(query)) {
          // It did not raise an error, so that it is deferred.
          violated.put(identity(key), key);
        }
      }
    }

    private boolean gives(String query) {
      return ForeignKeys.this.gives(query);
    }
  }

  private boolean gives(String query) {
    try {
      return !EngineRows.read(context.engine, query, List.of()).isEmpty();
    } catch (EngineException e) {
      throw e.isInterrupt()
          ? context.cancellation.acknowledge()
          : io.duckgres.gateway.engine.EngineErrors.translate(e);
    }
  }

  private boolean isDeferred(ForeignKey key) {
    if (!key.deferrable()) {
      return false;
    }
    Boolean set = timing.getOrDefault(identity(key), allDeferred);
    return set == null ? key.deferred() : set;
  }

  /**
   * SET CONSTRAINTS.
   *
   * @param names as written, schemas where given; empty for ALL
   * @throws PgException 42704 for one that does not exist, 42809 for one that is not deferrable,
   *     23503 when it is violated
   */
  void set(List<List<String>> names, boolean deferred) {
    if (names.isEmpty()) {
      timing.clear();
      allDeferred = deferred;
    }
    for (List<String> name : names) {
      for (ForeignKey key : named(name)) {
        if (!key.deferrable()) {
          throw new PgException(
              SqlState.WRONG_OBJECT_TYPE, "constraint \"" + key.name() + "\" is not deferrable");
        }
        timing.put(identity(key), deferred);
      }
    }
    checkViolated(false);
  }

  private List<ForeignKey> named(List<String> name) {
    String simple = name.get(name.size() - 1);
    List<String> schemas =
        name.size() > 1 ? List.of(name.get(name.size() - 2)) : context.searchPath();
    for (String schema : schemas) {
      List<ForeignKey> found =
          context.catalog().foreignKeys().stream()
              .filter(key -> key.schema().equals(schema) && key.name().equals(simple))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new PgException(
        SqlState.UNDEFINED_OBJECT, "constraint \"" + simple + "\" does not exist");
  }

  private void checkViolated(boolean all) {
    CatalogSnapshot catalog = violated.isEmpty() ? null : context.catalog();
    for (ForeignKey old : List.copyOf(violated.values())) {
      if (!all && isDeferred(old)) {
        continue;
      }
      for (ForeignKey key : catalog.foreignKeys()) {
        if (identity(key).equals(identity(old))) {
          ReferenceSql.of(key, catalog).checkAll(true).forEach(this::gives);
        }
      }
      violated.remove(identity(old));
    }
  }

  @Override
  public void committing() {
    checkViolated(true);
  }

  /**
   * Commits the engine's transaction.
   *
   * @throws PgException 40001 when another transaction does not go with it
   */
  void commit(Runnable engine) {
    if (references.isEmpty() && takes.isEmpty()) {
      engine.run();
    } else {
      conflicts.commit(begun, references, takes, engine);
    }
  }

  @Override
  public void committed() {
    forget();
  }

  @Override
  public void rollingBack() {
    forget();
  }

  private void forget() {
    references.clear();
    takes.clear();
    violated.clear();
    timing.clear();
    checked.clear();
    allDeferred = null;
    captures = 0;
  }

  private static List<String> identity(ForeignKey key) {
    return List.of(key.schema(), key.table(), key.name());
  }

  private static String name(String schema, String table) {
    return schema + "\0" + table;
  }

  private static String quoted(List<String> name) {
    return name.stream()
        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
        .collect(java.util.stream.Collectors.joining("."));
  }
}
