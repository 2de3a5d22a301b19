package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * A relation.
 *
 * @param oid {@code pg_class.oid}
 * @param schema its schema as PostgreSQL names it
 * @param name its name
 * @param kind {@code relkind}
 * @param engineName its name for the engine: catalog, schema and name, as many parts as needed
 * @param attributes its columns in order, dropped ones left out
 */
public record Relation(
    int oid,
    String schema,
    String name,
    Kind kind,
    List<String> engineName,
    List<Attribute> attributes) {

  /** {@code pg_class.relkind}. */
  public enum Kind {
    TABLE('r'),
    /** A table to PostgreSQL, a view of the partitioned table to the engine. */
    PARTITION('r'),
    VIEW('v'),
    MATERIALIZED_VIEW('m'),
    SEQUENCE('S'),
    INDEX('i');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** The letter that {@code pg_class.relkind} shows. */
    public char code() {
      return code;
    }
  }

  public Relation {
    engineName = List.copyOf(engineName);
    attributes = List.copyOf(attributes);
  }

  /** The same relation of another kind. */
  public Relation as(Kind other) {
    return new Relation(oid, schema, name, other, engineName, attributes);
  }

  /** The column with this name, or null. */
  public Attribute attribute(String column) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(column)) {
        return attribute;
      }
    }
    return null;
  }
}
