package io.duckgres.compat.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of errors and notices, by the names that the manual gives them. */
public final class Diagnostics {

  private static final Map<Character, String> NAMES = names();

  private Diagnostics() {}

  /** The field code with that name, for example {@code M} for {@code message}. */
  public static char code(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no diagnostic field " + name))
        .getKey();
  }

  static Map<String, Object> named(Map<Character, String> codes) {
    Map<String, Object> named = new LinkedHashMap<>();
    NAMES.forEach(
        (code, name) -> {
          if (codes.containsKey(code)) {
            named.put(name, codes.get(code));
          }
        });
    return named;
  }

  private static Map<Character, String> names() {
    Map<Character, String> names = new LinkedHashMap<>();
    names.put('V', "severity");
    names.put('C', "code");
    names.put('M', "message");
    names.put('D', "detail");
    names.put('H', "hint");
    names.put('P', "position");
    names.put('W', "where");
    names.put('s', "schema");
    names.put('t', "table");
    names.put('c', "column");
    names.put('d', "type");
    names.put('n', "constraint");
    return names;
  }
}
