package io.duckgres.gateway.session;

import io.duckgres.transpiler.plan.CommandTag;
import java.util.Map;

/**
 * What is known of a statement that only the engine can parse, by the engine's name for its sort.
 *
 * @param tag what CommandComplete says
 * @param writes whether a read-only transaction refuses it
 * @param changesCatalog whether it is DDL
 */
record PassThroughKind(CommandTag tag, boolean writes, boolean changesCatalog) {
  private static final Map<String, PassThroughKind> KINDS =
      Map.of(
          "SELECT", new PassThroughKind(CommandTag.SELECT, false, false),
          "INSERT", new PassThroughKind(CommandTag.INSERT, true, false),
          "UPDATE", new PassThroughKind(CommandTag.UPDATE, true, false),
          "DELETE", new PassThroughKind(CommandTag.DELETE, true, false),
          "MERGE", new PassThroughKind(CommandTag.MERGE, true, false),
          "CREATE", ddl("CREATE"),
          "ALTER", ddl("ALTER"),
          "DROP", ddl("DROP"),
          "CALL", new PassThroughKind(CommandTag.SELECT, true, true),
          "PRAGMA", new PassThroughKind(CommandTag.SELECT, false, false));

  static PassThroughKind of(String statementType) {
    PassThroughKind kind = KINDS.get(statementType);
    return kind == null ? new PassThroughKind(CommandTag.of(statementType), false, false) : kind;
  }

  private static PassThroughKind ddl(String tag) {
    return new PassThroughKind(CommandTag.of(tag), true, true);
  }
}
