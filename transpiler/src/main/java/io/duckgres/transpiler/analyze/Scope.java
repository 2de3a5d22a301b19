package io.duckgres.transpiler.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;

/**
 * The names that an expression can see: the FROM items of its query, common table expressions, and
 * those of the queries around it.
 */
final class Scope {
  private final Scope parent;
  private final Scope around;
  private final List<ScopeItem> items = new ArrayList<>();
  private final Map<String, CommonTableColumns> commonTables = new HashMap<>();
  private SqlNode mergeAction;
  private boolean routine;

  /** A scope inside {@code parent}, which is null for a statement's outermost query. */
  Scope(Scope parent) {
    this(parent, null);
  }

  private Scope(Scope parent, Scope around) {
    this.parent = parent;
    this.around = around;
  }

  /**
   * The outermost scope of a function's body: nothing of its caller can be seen, yet the engine
   * finds the body inside the caller's query, so that aliases must differ.
   */
  static Scope ofRoutine(Scope caller) {
    Scope scope = new Scope(null, caller);
    scope.routine = true;
    return scope;
  }

  /** Whether it is the outermost scope of a function's body. */
  boolean isRoutine() {
    return routine;
  }

  /** What merge_action() stands for; null outside RETURNING of a MERGE. */
  SqlNode mergeAction() {
    return mergeAction;
  }

  void setMergeAction(SqlNode column) {
    mergeAction = column;
  }

  Scope parent() {
    return parent;
  }

  List<ScopeItem> items() {
    return items;
  }

  void add(ScopeItem item) {
    items.add(item);
  }

  void addCommonTable(CommonTableColumns table) {
    commonTables.put(table.name(), table);
  }

  /** The common table expression with this name, the innermost first; null when there is none. */
  CommonTableColumns commonTable(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      CommonTableColumns found = scope.commonTables.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** An alias for the engine that no enclosing FROM item has: the wanted one where possible. */
  String engineAlias(String wanted) {
    String alias = wanted;
    for (int i = 1; isTaken(alias); i++) {
      alias = wanted + "_" + i;
    }
    return alias;
  }

  private boolean isTaken(String alias) {
    String folded = alias.toLowerCase(Locale.ROOT);
    for (Scope scope = this;
        scope != null;
        scope = scope.parent == null ? scope.around : scope.parent) {
      for (ScopeItem item : scope.items) {
        if (item.engineAlias() != null
            && item.engineAlias().toLowerCase(Locale.ROOT).equals(folded)) {
          return true;
        }
      }
    }
    return false;
  }
}
