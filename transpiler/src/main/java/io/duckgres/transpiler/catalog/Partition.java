package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * A partition: a view of the rows of another table.
 *
 * @param parentSchema the schema of the table that it is a partition of
 * @param kind l for IN, r for FROM … TO, d for DEFAULT
 * @param values of IN or FROM, constants in PostgreSQL's words; MINVALUE and MAXVALUE as such
 * @param upper of TO
 * @param bound {@code pg_get_expr(relpartbound)}
 */
public record Partition(
    String schema,
    String name,
    String parentSchema,
    String parent,
    char kind,
    List<String> values,
    List<String> upper,
    String bound) {
  public Partition {
    values = List.copyOf(values);
    upper = List.copyOf(upper);
  }

  /** Whether it takes what no other partition does. */
  public boolean isDefault() {
    return kind == 'd';
  }

  /** The same partition of a table by another name. */
  public Partition of(String newParent) {
    return new Partition(schema, name, parentSchema, newParent, kind, values, upper, bound);
  }
}
