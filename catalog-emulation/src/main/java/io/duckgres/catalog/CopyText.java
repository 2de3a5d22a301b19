package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Values in the text form of COPY and of array output.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html#id-1.9.3.55.9.2">Text Format</a>
 */
final class CopyText {
  private CopyText() {}

  /** The value of a field, null for {@code \N}. */
  static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    if (field.equals("\\N")) {
      return null;
    }
    StringBuilder value = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      i++;
      char escaped = field.charAt(i);
      value.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            default -> escaped;
          });
    }
    return value.toString();
  }

  /** The elements of an array of one dimension; an element may be null. */
  static List<String> elements(String array) {
    List<String> elements = new ArrayList<>();
    int end = array.length() - 1;
    int i = 1;
    while (i < end) {
      StringBuilder element = new StringBuilder();
      boolean quoted = array.charAt(i) == '"';
      if (quoted) {
        i++;
        while (array.charAt(i) != '"') {
          if (array.charAt(i) == '\\') {
            i++;
          }
          element.append(array.charAt(i++));
        }
        i++;
      } else {
        while (i < end && array.charAt(i) != ',') {
          element.append(array.charAt(i++));
        }
      }
      String text = element.toString();
      elements.add(!quoted && text.equals("NULL") ? null : text);
      i++;
    }
    return elements;
  }

  /** The elements of an {@code int2vector} or {@code oidvector}. */
  static List<String> vectorElements(String vector) {
    return vector.isEmpty() ? List.of() : List.of(vector.split(" ", -1));
  }
}
