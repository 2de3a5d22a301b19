package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.input.ArrayInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays as text and back.
 *
 * <p>Source: {@code src/backend/utils/adt/arrayfuncs.c} (array_out), {@code varlena.c}
 * (array_to_text_internal).
 */
final class ArrayTexts {
  private ArrayTexts() {}

  /**
   * The text of an array.
   *
   * @param json the list as JSON
   * @param form {@code boolean}, {@code float4}, {@code float8} or {@code text}
   */
  static String output(String json, String form) {
    StringBuilder out = new StringBuilder();
    output(json, JsonReader.json(json), form, ',', out);
    return out.toString();
  }

  /** The text of an array of texts, with another delimiter than a comma. */
  static String outputWith(String json, String delimiter) {
    StringBuilder out = new StringBuilder();
    output(json, JsonReader.json(json), "text", delimiter.charAt(0), out);
    return out.toString();
  }

  private static void output(
      String json, JsonValue value, String form, char delimiter, StringBuilder out) {
    if (value.isArray()) {
      out.append('{');
      for (int i = 0; i < value.elements().size(); i++) {
        out.append(i > 0 ? String.valueOf(delimiter) : "");
        output(json, value.elements().get(i), form, delimiter, out);
      }
      out.append('}');
      return;
    }
    String text = element(json, value, form);
    out.append(text == null ? "NULL" : quoted(text, delimiter));
  }

  private static String element(String json, JsonValue value, String form) {
    String text = JsonAccess.text(json, value);
    if (text == null) {
      return null;
    }
    return switch (form) {
      case "boolean" -> text.substring(0, 1);
      case "float4" -> number(text, 6);
      case "float8" -> number(text, 15);
      default -> text;
    };
  }

  private static String number(String text, int plain) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9') ? FloatTexts.text(text, plain) : text;
  }

  private static String quoted(String text, char delimiter) {
    boolean plain =
        !text.isEmpty()
            && !text.equalsIgnoreCase("null")
            && text.chars()
                .noneMatch(
                    c -> c == delimiter || "{}\"\\".indexOf(c) >= 0 || (c <= ' ' && isSpace(c)));
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /**
   * The elements of an array's text, as a JSON array of strings.
   *
   * @param dimensions the lists within each other that are wanted
   * @throws PgException 0A000 when it has elements and another number of dimensions
   */
  static String input(String text, String delimiter, Integer dimensions) {
    List<Object> elements = ArrayInput.parse(text, delimiter.charAt(0), value -> value);
    StringBuilder out = new StringBuilder();
    write(elements, dimensions, out);
    return out.toString();
  }

  private static void write(List<?> elements, int dimensions, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      out.append(i > 0 ? "," : "");
      if (element instanceof List<?> != dimensions > 1) {
        throw PgException.notSupported(
            "a cast of a text to an array of "
                + (dimensions == 1 ? "several dimensions" : "other than its declared dimensions"));
      }
      if (element instanceof List<?> inner) {
        write(inner, dimensions - 1, out);
      } else {
        out.append(element == null ? "null" : Jsonb.quote((String) element));
      }
    }
    out.append(']');
  }

  /** Arguments: list as JSON, form, separator, text for NULL; of several dimensions one row. */
  static String joined(String[] arguments) {
    if (arguments[0] == null || arguments[2] == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    String forNull = arguments.length > 3 ? arguments[3] : null;
    collect(arguments[0], JsonReader.json(arguments[0]), arguments[1], forNull, texts);
    return String.join(arguments[2], texts);
  }

  private static void collect(
      String json, JsonValue value, String form, String forNull, List<String> texts) {
    if (value.isArray()) {
      value.elements().forEach(element -> collect(json, element, form, forNull, texts));
      return;
    }
    String text = element(json, value, form);
    if (text != null || forNull != null) {
      texts.add(text == null ? forNull : text);
    }
  }
}
