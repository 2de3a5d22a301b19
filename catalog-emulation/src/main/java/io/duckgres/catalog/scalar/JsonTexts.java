package io.duckgres.catalog.scalar;

import java.util.List;

/** JSON arrays of strings, the form in which arrays leave a Java function. */
final class JsonTexts {
  private JsonTexts() {}

  /** An array of strings and nulls. */
  static String array(List<String> texts) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < texts.size(); i++) {
      json.append(i == 0 ? "" : ",");
      append(texts.get(i), json);
    }
    return json.append(']').toString();
  }

  /** An array of arrays. */
  static String arrays(List<List<String>> rows) {
    return rows.stream()
        .map(JsonTexts::array)
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private static void append(String text, StringBuilder json) {
    if (text == null) {
      json.append("null");
      return;
    }
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
