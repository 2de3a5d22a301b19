package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * What a domain demands of its values.
 *
 * @param notNull NOT NULL
 * @param defaultSql the default in the engine's SQL, or null
 * @param defaultText the default in PostgreSQL's words, or null
 * @param checks its checks in the order in which they are made
 */
public record Domain(boolean notNull, String defaultSql, String defaultText, List<Check> checks) {
  public Domain {
    checks = List.copyOf(checks);
  }

  /**
   * A check.
   *
   * @param name {@code conname}
   * @param sql the condition in the engine's SQL; the value is {@code value} there
   * @param text the condition in PostgreSQL's words
   */
  public record Check(String name, String sql, String text) {}
}
