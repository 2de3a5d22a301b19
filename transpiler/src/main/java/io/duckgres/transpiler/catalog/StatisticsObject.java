package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * A statistics object, which is kept and shown: the engine has statistics of its own.
 *
 * @param table the table, in {@code tableSchema}
 * @param kinds {@code pg_statistic_ext.stxkind}: {@code d}, {@code f}, {@code m} and {@code e}
 * @param columns the columns
 * @param expressions as {@link ShownText#stored()} gives them
 * @param target {@code pg_statistic_ext.stxstattarget}, or null
 * @see <a href="https://www.postgresql.org/docs/17/catalog-pg-statistic-ext.html">pg_statistic_ext
 *     </a>
 */
public record StatisticsObject(
    String schema,
    String name,
    String tableSchema,
    String table,
    List<String> kinds,
    List<String> columns,
    List<String> expressions,
    Integer target) {
  public StatisticsObject {
    kinds = List.copyOf(kinds);
    columns = List.copyOf(columns);
    expressions = List.copyOf(expressions);
  }

  /** The same by another name. */
  public StatisticsObject named(String newSchema, String newName) {
    return new StatisticsObject(
        newSchema, newName, tableSchema, table, kinds, columns, expressions, target);
  }

  /** The same with another target. */
  public StatisticsObject withTarget(Integer newTarget) {
    return new StatisticsObject(
        schema, name, tableSchema, table, kinds, columns, expressions, newTarget);
  }
}
