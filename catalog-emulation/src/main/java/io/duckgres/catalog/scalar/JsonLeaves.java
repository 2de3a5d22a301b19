package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import java.util.List;

/**
 * SQL values as JSON, from the engine's text of them.
 *
 * <p>Source: {@code src/backend/utils/adt/json.c} (datum_to_json_internal, JsonEncodeDateTime).
 */
final class JsonLeaves {
  private JsonLeaves() {}

  /**
   * The JSON of a value.
   *
   * @param text the value as text
   * @param form {@code number}, {@code json}, {@code timestamp}, {@code timestamptz} or {@code
   *     text}
   */
  static String leaf(String text, String form) {
    return switch (form) {
      case "float4" -> isNumber(text) ? FloatTexts.text(text, 6) : notFinite(text);
      case "float8" -> isNumber(text) ? FloatTexts.text(text, 15) : notFinite(text);
      case "number" -> isNumber(text) ? text : Jsonb.quote(text);
      case "json" -> text;
      case "timestamp" -> Jsonb.quote(text.replaceFirst(" ", "T"));
      case "timestamptz" -> Jsonb.quote(withMinutes(text.replaceFirst(" ", "T")));
      default -> Jsonb.quote(text);
    };
  }

  /** The engine's words for what is no finite number, in PostgreSQL's spelling. */
  private static String notFinite(String text) {
    String word = text.toLowerCase(java.util.Locale.ROOT);
    String sign = word.startsWith("-") ? "-" : "";
    return word.contains("nan") ? "\"NaN\"" : '"' + sign + "Infinity\"";
  }

  /** NaN and the infinities are no JSON numbers. */
  private static boolean isNumber(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** The text of a jsonb number or boolean that is cast to an SQL type. */
  static String scalar(String json, String target) {
    JsonValue value = JsonReader.json(json);
    JsonValue.Kind wanted =
        target.equals("boolean") ? JsonValue.Kind.BOOLEAN : JsonValue.Kind.NUMBER;
    if (value.kind() != wanted) {
      throw JsonAccess.invalid(
          "cannot cast jsonb " + value.kind().typeName() + " to type " + target);
    }
    return json;
  }

  /** An offset always has minutes. */
  private static String withMinutes(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    int time = text.indexOf('T');
    return time > 0 && sign > time && text.length() - sign == 3 ? text + ":00" : text;
  }

  /**
   * Arguments: a list as JSON, the form of its leaves, {@code true} for lines, {@code agg} for
   * blanks.
   */
  static String array(String[] arguments) {
    StringBuilder out = new StringBuilder();
    array(arguments[0], JsonReader.json(arguments[0]), arguments[1], separator(arguments[2]), out);
    return out.toString();
  }

  private static String separator(String layout) {
    return layout.equals("true") ? ",\n " : layout.equals("agg") ? ", " : ",";
  }

  private static void array(
      String json, JsonValue value, String form, String separator, StringBuilder out) {
    if (!value.isArray()) {
      String text = JsonAccess.text(json, value);
      out.append(text == null ? "null" : form.equals("boolean") ? text : leaf(text, form));
      return;
    }
    List<JsonValue> elements = value.elements();
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      out.append(i > 0 ? separator : "");
      // Only the outermost array of a pretty one has lines.
      array(json, elements.get(i), form, ",", out);
    }
    out.append(']');
  }
}
