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
  private static final Set<String> VALUES = Set.of("database", "database_name", "user", "side");

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
        new InstanceNames("", "", ""));
    return references;
  }

  /**
   * The text with all names filled in.
   *
   * @param relationName gives the engine's name of a relation
   */
  String expand(UnaryOperator<String> relationName, InstanceNames names) {
    StringBuilder sql = new StringBuilder(text.length() + 256);
    int from = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
      int end = text.indexOf('}', start);
      String name = text.substring(start + 2, end);
      sql.append(text, from, start);
      sql.append(VALUES.contains(name) ? value(name, names) : relationName.apply(name));
      from = end + 1;
    }
    return sql.append(text, from, text.length()).toString();
  }

  private static String value(String name, InstanceNames names) {
    return switch (name) {
      case "database" -> EngineNames.literal(names.engineDatabase());
      case "database_name" -> EngineNames.literal(names.database());
      case "user" -> EngineNames.literal(names.user());
      default -> SideSchema.qualifiedName(names.engineDatabase());
    };
  }
}
