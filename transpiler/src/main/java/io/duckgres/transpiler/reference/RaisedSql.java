package io.duckgres.transpiler.reference;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.List;

/**
 * An expression of the engine's that raises one of PostgreSQL's errors. The gateway reads the
 * SQLSTATE in brackets and the fields behind the message, each marked by a control character and a
 * letter.
 */
public final class RaisedSql {
  private static final String FIELD = "\u001f";
  private static final String END = "\u001e";
  private static final String PART = "\u001d";

  private RaisedSql() {}

  /**
   * The expression.
   *
   * @param detail an expression of type text, or null
   * @param constraint the constraint's name, empty for none
   */
  public static String error(
      SqlState state,
      String message,
      String detail,
      String schema,
      String table,
      String constraint) {
    String head = "[" + state.code() + "] " + message;
    String object = FIELD + "T" + schema + PART + table + PART + constraint + END;
    return detail == null
        ? "error(" + Identifiers.literal(head + object) + ")"
        : "error("
            + Identifiers.literal(head + FIELD + "D")
            + " || "
            + detail
            + " || "
            + Identifiers.literal(object)
            + ")";
  }

  /** {@code Key (a, b)=(1, 2)}, as an expression of type text over a row's columns. */
  public static String key(List<String> columns, String suffix) {
    StringBuilder sql = new StringBuilder();
    sql.append(Identifiers.literal("Key (" + String.join(", ", columns) + ")=("));
    for (int i = 0; i < columns.size(); i++) {
      sql.append(i == 0 ? " || " : " || ', ' || ");
      sql.append("coalesce(CAST(").append(Identifiers.quote(columns.get(i)));
      sql.append(" AS VARCHAR), 'null')");
    }
    return sql.append(" || ").append(Identifiers.literal(")" + suffix)).toString();
  }
}
