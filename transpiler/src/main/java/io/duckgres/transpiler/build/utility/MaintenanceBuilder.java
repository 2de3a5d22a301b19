package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.AnalyzeStmtContext;
import io.duckgres.grammar.PostgresParser.ClusterStmtContext;
import io.duckgres.grammar.PostgresParser.LockStmtContext;
import io.duckgres.grammar.PostgresParser.ReindexStmtContext;
import io.duckgres.grammar.PostgresParser.VacuumRelationContext;
import io.duckgres.grammar.PostgresParser.VacuumStmtContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.MaintenanceStatement;
import io.duckgres.transpiler.statement.MaintenanceStatement.Target;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SessionStatement.Option;
import java.util.List;
import java.util.Locale;

/** VACUUM, ANALYZE, LOCK, REINDEX and CLUSTER. */
final class MaintenanceBuilder {
  private static final String DEFAULT_LOCK_MODE = "ACCESS EXCLUSIVE";

  private MaintenanceBuilder() {}

  static MaintenanceStatement vacuum(VacuumStmtContext context) {
    List<Option> options = SessionBuilder.options(context.utilityOptions());
    boolean analyze = context.analyze != null;
    for (Option option : options) {
      if (option.name().equals("analyze")) {
        analyze = !"false".equals(option.value()) && !"off".equals(option.value());
      }
    }
    return new MaintenanceStatement.Vacuum(options, analyze, targets(context.tables));
  }

  static MaintenanceStatement analyze(AnalyzeStmtContext context) {
    return new MaintenanceStatement.Analyze(
        SessionBuilder.options(context.utilityOptions()), targets(context.tables));
  }

  static MaintenanceStatement lock(LockStmtContext context) {
    return new MaintenanceStatement.Lock(
        context.tables.stream().map(Words::relation).toList(),
        context.lockMode() == null ? DEFAULT_LOCK_MODE : Words.capitals(context.lockMode()),
        context.NOWAIT() != null);
  }

  static MaintenanceStatement reindex(ReindexStmtContext context) {
    int what = context.what.getType();
    boolean named = what == PostgresParser.INDEX || what == PostgresParser.TABLE;
    String outside = named ? null : "REINDEX " + context.what.getText().toUpperCase(Locale.ROOT);
    if (context.CONCURRENTLY() != null) {
      outside = "REINDEX CONCURRENTLY";
    }
    return new MaintenanceStatement.Reorder(
        "REINDEX",
        named ? Words.relation(context.anyName()) : null,
        what == PostgresParser.INDEX,
        null,
        outside);
  }

  static MaintenanceStatement cluster(ClusterStmtContext context) {
    ObjectName table = null;
    String index = null;
    if (context instanceof PostgresParser.ClusterContext cluster && cluster.tableName != null) {
      table = Words.relation(cluster.tableName);
      index = cluster.index == null ? null : Names.name(cluster.index);
    } else if (context instanceof PostgresParser.ClusterOldFormContext cluster) {
      table = Words.relation(cluster.tableName);
      index = Names.name(cluster.index);
    }
    return new MaintenanceStatement.Reorder(
        "CLUSTER", table, false, index, table == null ? "CLUSTER" : null);
  }

  private static List<Target> targets(List<VacuumRelationContext> tables) {
    return tables.stream()
        .map(table -> new Target(Words.relation(table.anyName()), Names.list(table.columns)))
        .toList();
  }
}
