package io.duckgres.compat.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a message with what a script says of it: what it does not mention may be anything. */
final class Expectation {

  /** The field that a message's argument stands for when it is no mapping. */
  private static final Map<String, String> MAIN =
      Map.of(
          "CommandComplete", "tag",
          "ReadyForQuery", "state",
          "DataRow", "values",
          "RowDescription", "columns",
          "ParameterDescription", "types",
          "Authentication", "code",
          "ErrorResponse", "code",
          "NoticeResponse", "code",
          "CopyData", "data",
          "FunctionCallResponse", "value");

  private Expectation() {}

  /** Whether the fields have what the line asks for. */
  static boolean matches(ScriptLine line, Map<String, Object> fields) {
    return line.argument() == null || contains(expected(line), fields);
  }

  private static Map<String, Object> expected(ScriptLine line) {
    Map<String, Object> expected = new LinkedHashMap<>();
    if (line.argument() instanceof Map<?, ?> map) {
      map.forEach((name, value) -> expected.put(String.valueOf(name), value));
      return expected;
    }
    String main = MAIN.get(line.word());
    if (main == null) {
      throw new IllegalArgumentException(
          "line " + line.number() + ": " + line.word() + " needs a mapping");
    }
    expected.put(main, line.argument());
    return expected;
  }

  private static boolean contains(Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof Map<?, ?> fields) {
      return actual instanceof Map<?, ?> values
          && fields.entrySet().stream()
              .allMatch(
                  field ->
                      values.containsKey(field.getKey())
                          ? contains(field.getValue(), values.get(field.getKey()))
                          : "none".equals(field.getValue()));
    }
    if (expected instanceof List<?> elements) {
      return actual instanceof List<?> values && sameElements(elements, values);
    }
    return expected.toString().equals(actual.toString());
  }

  private static boolean sameElements(List<?> expected, List<?> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!contains(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }
}
