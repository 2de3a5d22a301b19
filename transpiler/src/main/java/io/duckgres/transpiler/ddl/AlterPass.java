package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.statement.AlterTable;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which PostgreSQL carries out the actions of one ALTER TABLE: what is dropped first,
 * then types, new columns, constraints and their like.
 *
 * <p>Source: {@code src/backend/commands/tablecmds.c} (AlterTablePass, ATPrepCmd).
 */
enum AlterPass {
  DROP,
  ALTER_TYPE,
  ADD_COLUMN,
  ADD_CONSTRAINT,
  COLUMN_ATTRIBUTES,
  ADD_INDEX_CONSTRAINT,
  ADD_OTHER_CONSTRAINT,
  MISCELLANEOUS;

  /** The actions in that order; those of one pass as written. */
  static List<AlterTable.Action> sorted(List<AlterTable.Action> actions) {
    return actions.stream().sorted(Comparator.comparing(AlterPass::of)).toList();
  }

  private static AlterPass of(AlterTable.Action action) {
    if (action instanceof AlterTable.DropColumn || action instanceof AlterTable.DropConstraint) {
      return DROP;
    }
    if (action instanceof AlterTable.SetNotNull set) {
      return set.notNull() ? COLUMN_ATTRIBUTES : DROP;
    }
    if (action instanceof AlterTable.SetDefault set) {
      return set.value() == null ? DROP : ADD_OTHER_CONSTRAINT;
    }
    if (action instanceof AlterTable.SetType) {
      return ALTER_TYPE;
    }
    if (action instanceof AlterTable.AddColumn) {
      return ADD_COLUMN;
    }
    return action instanceof AlterTable.AddConstraint ? ADD_INDEX_CONSTRAINT : MISCELLANEOUS;
  }
}
