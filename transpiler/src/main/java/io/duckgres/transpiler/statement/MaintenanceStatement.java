package io.duckgres.transpiler.statement;

import java.util.List;

/** Statements that tend to storage and locks. */
public sealed interface MaintenanceStatement extends UtilityStatement {

  /**
   * A table of VACUUM or ANALYZE.
   *
   * @param columns the columns named, empty for all
   */
  record Target(ObjectName table, List<String> columns) {
    public Target {
      columns = List.copyOf(columns);
    }
  }

  /**
   * VACUUM.
   *
   * @param analyze whether statistics are renewed as well
   * @param targets empty for all tables
   */
  record Vacuum(List<SessionStatement.Option> options, boolean analyze, List<Target> targets)
      implements MaintenanceStatement {
    public Vacuum {
      options = List.copyOf(options);
      targets = List.copyOf(targets);
    }
  }

  /**
   * ANALYZE.
   *
   * @param targets empty for all tables
   */
  record Analyze(List<SessionStatement.Option> options, List<Target> targets)
      implements MaintenanceStatement {
    public Analyze {
      options = List.copyOf(options);
      targets = List.copyOf(targets);
    }
  }

  /** CHECKPOINT. */
  record Checkpoint() implements MaintenanceStatement {}

  /**
   * LOCK TABLE.
   *
   * @param mode in capitals, for instance {@code SHARE ROW EXCLUSIVE}
   */
  record Lock(List<ObjectName> tables, String mode, boolean nowait)
      implements MaintenanceStatement {
    public Lock {
      tables = List.copyOf(tables);
    }
  }

  /**
   * REINDEX and CLUSTER, which have nothing to do in the engine.
   *
   * @param command the tag
   * @param relation the table or index named, or null
   * @param index whether {@code relation} is an index
   * @param by the index that CLUSTER names, or null
   * @param outside the statement's name when it can't run inside a transaction block; null when it
   *     can
   */
  record Reorder(String command, ObjectName relation, boolean index, String by, String outside)
      implements MaintenanceStatement {}
}
