package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.unparse.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names and strings in the engine's SQL. */
final class EngineSql {
  private EngineSql() {}

  static String name(String identifier) {
    return Identifiers.quote(identifier);
  }

  static String name(List<String> parts) {
    return parts.stream().map(EngineSql::name).collect(Collectors.joining("."));
  }

  /** Names in parentheses. */
  static String nameList(Collection<String> identifiers) {
    return identifiers.stream().map(EngineSql::name).collect(Collectors.joining(", ", "(", ")"));
  }

  static String literal(String text) {
    return Identifiers.literal(text);
  }

  static String literalOrNull(String text) {
    return text == null ? "NULL" : literal(text);
  }
}
