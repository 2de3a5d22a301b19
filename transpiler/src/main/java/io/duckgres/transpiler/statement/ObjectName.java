package io.duckgres.transpiler.statement;

import java.util.List;

/**
 * The name of an object as written.
 *
 * @param parts one to three parts, the object's own name last
 * @param start 0-based offset of its first character in the statement, -1 when unknown
 */
public record ObjectName(List<String> parts, int start) {
  public ObjectName {
    parts = List.copyOf(parts);
  }

  /** A name of one part without position. */
  public static ObjectName of(String name) {
    return new ObjectName(List.of(name), -1);
  }

  /** The same name, for errors that PostgreSQL gives no position. */
  public ObjectName withoutPosition() {
    return new ObjectName(parts, -1);
  }

  /** The object's own name. */
  public String name() {
    return parts.get(parts.size() - 1);
  }

  /** The schema, or null when not given. */
  public String schema() {
    return parts.size() > 1 ? parts.get(parts.size() - 2) : null;
  }

  /** The database, or null when not given. */
  public String database() {
    return parts.size() > 2 ? parts.get(parts.size() - 3) : null;
  }

  /** All but the last part, as the name of the relation that the last part is a column of. */
  public ObjectName qualifier() {
    return new ObjectName(parts.subList(0, parts.size() - 1), start);
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
