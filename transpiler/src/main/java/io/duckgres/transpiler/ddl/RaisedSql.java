package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;

/**
 * An expression of the engine's that raises one of PostgreSQL's errors. The gateway reads the
 * SQLSTATE in brackets and the fields behind the message, each marked by a control character and a
 * letter.
 */
final class RaisedSql {
  private static final String FIELD = "\u001f";
  private static final String END = "\u001e";
  private static final String PART = "\u001d";

  private RaisedSql() {}

  /**
   * @param detail an expression of type text, or null
   * @param constraint the constraint's name, empty for none
   */
  static String error(
      SqlState state,
      String message,
      String detail,
      String schema,
      String table,
      String constraint) {
    String head = "[" + state.code() + "] " + message;
    String object = FIELD + "T" + schema + PART + table + PART + constraint + END;
    return detail == null
        ? "error(" + EngineSql.literal(head + object) + ")"
        : "error("
            + EngineSql.literal(head + FIELD + "D")
            + " || "
            + detail
            + " || "
            + EngineSql.literal(object)
            + ")";
  }

  /** {@code Key (a, b)=(1, 2)}, as an expression of type text over a row's columns. */
  static String key(java.util.List<String> columns, String suffix) {
    StringBuilder sql = new StringBuilder();
    sql.append(EngineSql.literal("Key (" + String.join(", ", columns) + ")=("));
    for (int i = 0; i < columns.size(); i++) {
      sql.append(i == 0 ? " || " : " || ', ' || ");
      sql.append("coalesce(CAST(").append(EngineSql.name(columns.get(i)));
      sql.append(" AS VARCHAR), 'null')");
    }
    return sql.append(" || ").append(EngineSql.literal(")" + suffix)).toString();
  }
}
