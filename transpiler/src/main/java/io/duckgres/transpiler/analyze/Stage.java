package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.List;
import java.util.Set;

/**
 * A part of a statement that is carried out in steps: rows are first computed into temporary
 * tables, all from the same state of the database, then the changes are made.
 */
public sealed interface Stage {
  /** The row identifier of the changed row; NULL for an inserted one. */
  String ROW = "duckgres_row";

  /** The {@link Action}'s name as text; NULL for a row that nothing is done to. */
  String ACTION = "duckgres_action";

  /** The number of a row among those that would violate the same unique index, from 1. */
  String DUPLICATE = "duckgres_duplicate";

  /** The temporary table that keeps the rows. */
  String table();

  /**
   * The rows of a query in WITH.
   *
   * @param query the typed query
   */
  record Rows(String table, QueryNode query) implements Stage {}

  /**
   * Changes to a table.
   *
   * @param target the table
   * @param rows the typed query of the changes: {@link #ROW}, {@link #ACTION}, the target's columns
   *     with their new values, and what RETURNING needs besides
   * @param check what must hold of the rows
   * @param actions what can happen to rows
   * @param inserted the columns that INSERT writes
   * @param updated the columns that UPDATE writes
   * @param resultTable the temporary table for the rows of RETURNING; null for the statement's own
   *     result
   * @param returning the typed query of RETURNING over {@code table}, or null
   * @param viewChecks queries that raise what WITH CHECK OPTION of views says against new rows
   */
  record Changes(
      String table,
      Relation target,
      QueryNode rows,
      Check check,
      Set<Action> actions,
      List<String> inserted,
      List<String> updated,
      String resultTable,
      QueryNode returning,
      List<QueryNode> viewChecks)
      implements Stage {
    public Changes {
      actions = Set.copyOf(actions);
      inserted = List.copyOf(inserted);
      updated = List.copyOf(updated);
      viewChecks = List.copyOf(viewChecks);
    }

    /** The same changes, RETURNING's rows being kept in a table. */
    Changes keptIn(String result) {
      return new Changes(
          table, target, rows, check, actions, inserted, updated, result, returning, viewChecks);
    }
  }

  /** What must hold of changes before they are made. */
  enum Check {
    NONE,
    /** MERGE affects no row twice. */
    MERGE_ONCE,
    /** INSERT … ON CONFLICT DO UPDATE affects no row twice. */
    CONFLICT_ONCE
  }
}
