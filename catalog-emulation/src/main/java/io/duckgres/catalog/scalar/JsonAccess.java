package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Member;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;
import java.util.function.Function;

/**
 * Reading parts of json and jsonb. A part keeps its text. Lists leave as a JSON array of strings.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c}.
 */
final class JsonAccess {
  private JsonAccess() {}

  static String field(String json, String key) {
    JsonValue value = JsonReader.json(json);
    return part(json, value.isObject() ? value.get(key) : null);
  }

  static String fieldText(String json, String key) {
    JsonValue value = JsonReader.json(json);
    return text(json, value.isObject() ? value.get(key) : null);
  }

  static String element(String json, Integer index) {
    JsonValue value = JsonReader.json(json);
    return part(json, value.isArray() ? value.get(index) : null);
  }

  static String elementText(String json, Integer index) {
    JsonValue value = JsonReader.json(json);
    return text(json, value.isArray() ? value.get(index) : null);
  }

  /** A scalar counts as an array of one element. */
  static String elementOrScalar(String json, Integer index) {
    return part(json, elementOrScalar(JsonReader.json(json), index));
  }

  /** The same as text. */
  static String elementTextOrScalar(String json, Integer index) {
    return text(json, elementOrScalar(JsonReader.json(json), index));
  }

  private static JsonValue elementOrScalar(JsonValue value, int index) {
    if (value.isScalar()) {
      return index == 0 || index == -1 ? value : null;
    }
    return value.isArray() ? value.get(index) : null;
  }

  static String path(String json, String path) {
    return part(json, find(json, path));
  }

  static String pathText(String json, String path) {
    return text(json, find(json, path));
  }

  private static JsonValue find(String json, String path) {
    JsonValue value = JsonReader.json(json);
    for (JsonValue step : steps(path)) {
      if (value == null || step.text() == null || value.isScalar()) {
        return null;
      }
      value = value.isObject() ? value.get(step.text()) : elementAt(value, step.text());
    }
    return value;
  }

  /** A path's steps; an array within the array is VARIADIC's or an operator's. */
  static List<JsonValue> steps(String path) {
    List<JsonValue> steps = JsonReader.json(path).elements();
    return steps.size() == 1 && steps.get(0).isArray() ? steps.get(0).elements() : steps;
  }

  private static JsonValue elementAt(JsonValue array, String index) {
    Integer at = Texts.integer(index);
    return at == null ? null : array.get(at);
  }

  /** A value's own text within the text that it was read from. */
  static String part(String json, JsonValue value) {
    return value == null ? null : json.substring(value.start(), value.end());
  }

  /** The same as text: a string's characters; null of JSON's null. */
  static String text(String json, JsonValue value) {
    if (value == null) {
      return null;
    }
    return switch (value.kind()) {
      case NULL -> null;
      case STRING -> value.text();
      default -> part(json, value);
    };
  }

  static String typeOf(String json) {
    return JsonReader.json(json).kind().typeName();
  }

  static Integer arrayLength(String json) {
    JsonValue value = JsonReader.json(json);
    if (!value.isArray()) {
      throw invalid("cannot get array length of a " + (value.isScalar() ? "scalar" : "non-array"));
    }
    return value.elements().size();
  }

  static String elements(String json, String function) {
    return list(elementsOf(json, function), value -> part(json, value));
  }

  static String elementTexts(String json, String function) {
    return list(elementsOf(json, function), value -> text(json, value));
  }

  private static List<JsonValue> elementsOf(String json, String function) {
    JsonValue value = JsonReader.json(json);
    if (value.isArray()) {
      return value.elements();
    }
    if (function.startsWith("jsonb_array")) {
      throw invalid(
          "cannot extract elements from " + (value.isObject() ? "an object" : "a scalar"));
    }
    throw invalid(
        "cannot call " + function + " on a " + (value.isScalar() ? "scalar" : "non-array"));
  }

  static String keys(String json, String function) {
    JsonValue value = JsonReader.json(json);
    if (!value.isObject()) {
      throw invalid(
          "cannot call " + function + " on " + (value.isArray() ? "an array" : "a scalar"));
    }
    return list(value.members(), Member::key);
  }

  static String eachKeys(String json, String function) {
    return list(membersOf(json, function), Member::key);
  }

  static String eachValues(String json, String function) {
    return list(membersOf(json, function), member -> part(json, member.value()));
  }

  static String eachTexts(String json, String function) {
    return list(membersOf(json, function), member -> text(json, member.value()));
  }

  private static List<Member> membersOf(String json, String function) {
    JsonValue value = JsonReader.json(json);
    if (value.isObject()) {
      return value.members();
    }
    if (function.startsWith("jsonb_")) {
      if (function.startsWith("json_") && value.isObject() && function.endsWith("recordset")) {
        throw invalid("cannot call " + function + " on an object");
      }
      throw invalid("cannot call " + function + " on a non-object");
    }
    throw invalid(
        value.isArray()
            ? "cannot deconstruct an array as an object"
            : "cannot deconstruct a scalar");
  }

  /** A JSON array of strings, the form in which lists go to the engine. */
  static <T> String list(List<T> values, Function<T, String> text) {
    StringBuilder out = new StringBuilder("[");
    for (T value : values) {
      out.append(out.length() > 1 ? "," : "");
      String string = text.apply(value);
      out.append(string == null ? "null" : Jsonb.quote(string));
    }
    return out.append(']').toString();
  }

  static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
