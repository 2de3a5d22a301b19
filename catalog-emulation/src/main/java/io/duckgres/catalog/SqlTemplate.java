package io.duckgres.catalog;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A SELECT or macro of our own with names to be filled in: <code>${pg_class}</code> or <code>
 * ${information_schema.tables}</code> is a system relation, <code>${engine.columns}</code> a view
 * of the engine schema, <code>${f.quoted}</code> a function; <code>${database}</code>, <code>
 * ${database_name}</code> and <code>${user}
 * </code> are the literals of {@link InstanceNames}, <code>${side}</code> is the side schema.
 */
final class SqlTemplate {
  private static final String DATABASE_NAME = "database_name";

  private static final Set<String> KEPT_VALUES = Set.of("database", "user", "side");

  private static final Set<String> VALUES = Set.of("database", DATABASE_NAME, "user", "side");

  private final String text;

  SqlTemplate(String text) {
    this.text = text;
  }

  /** The template in a resource that must be there. */
  static SqlTemplate required(String resource) {
    String text = Resources.text(resource);
    if (text == null) {
      throw new IllegalStateException("the resource " + resource + " is missing");
    }
    return new SqlTemplate(text);
  }

  /** Keys of what it refers to. */
  Set<String> references() {
    Set<String> references = new LinkedHashSet<>();
    expand(
        name -> {
          references.add(name);
          return "";
        },
        new InstanceNames("", "", ""),
        VALUES);
    return references;
  }

  /**
   * As {@link #expand}, for rows that are kept for all sessions, whatever they call the database.
   */
  String expandKept(UnaryOperator<String> relationName, InstanceNames names) {
    return expand(
        name -> name.equals(DATABASE_NAME) ? "''" : relationName.apply(name), names, KEPT_VALUES);
  }

  /**
   * The text with all names filled in.
   *
   * @param relationName gives the engine's name of a relation
   */
  String expand(UnaryOperator<String> relationName, InstanceNames names) {
    return expand(relationName, names, VALUES);
  }

  private String expand(
      UnaryOperator<String> relationName, InstanceNames names, Set<String> values) {
    StringBuilder sql = new StringBuilder(text.length() + 256);
    int from = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
      int end = text.indexOf('}', start);
      String name = text.substring(start + 2, end);
      sql.append(text, from, start);
      sql.append(values.contains(name) ? value(name, names) : relationName.apply(name));
      from = end + 1;
    }
    return sql.append(text, from, text.length()).toString();
  }

  private static String value(String name, InstanceNames names) {
    return switch (name) {
      case "database" -> EngineNames.literal(names.engineDatabase());
      case DATABASE_NAME -> databaseName(names);
      case "user" -> EngineNames.literal(names.user());
      default -> SideSchema.qualifiedName(names.engineDatabase());
    };
  }

  /** The name by which the session knows the database, else the instance's. */
  static String databaseName(InstanceNames names) {
    return "coalesce(getvariable('pg_database'), " + EngineNames.literal(names.database()) + ")";
  }
}
