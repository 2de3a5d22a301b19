package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * json made from SQL values. Values come as their JSON text already, keys as text.
 *
 * <p>Source: {@code src/backend/utils/adt/json.c} and {@code jsonb.c}.
 */
final class JsonBuild {
  private JsonBuild() {}

  /** Keys and values by turns; a NULL value is JSON's null. */
  static String object(String[] arguments) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i] == null) {
        throw new PgException(
            SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
      }
      out.append(i > 0 ? ", " : "").append(Jsonb.quote(arguments[i]));
      out.append(" : ").append(orNull(arguments[i + 1]));
    }
    return out.append('}').toString();
  }

  static String objectOfJsonb(String[] arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i] == null) {
        throw JsonAccess.invalid("argument " + (i + 1) + ": key must not be null");
      }
    }
    return Jsonb.canonical(object(arguments));
  }

  static String array(String[] arguments) {
    List<String> elements = new ArrayList<>();
    for (String argument : arguments) {
      elements.add(orNull(argument));
    }
    return "[" + String.join(", ", elements) + "]";
  }

  /** A record: names and values by turns. Pretty ones have a line each. */
  static String record(String[] arguments) {
    String separator = arguments[0].equals("true") ? ",\n " : ",";
    StringBuilder out = new StringBuilder("{");
    for (int i = 1; i < arguments.length; i += 2) {
      out.append(i > 1 ? separator : "").append(Jsonb.quote(arguments[i]));
      out.append(':').append(orNull(arguments[i + 1]));
    }
    return out.append('}').toString();
  }

  private static String orNull(String json) {
    return json == null ? "null" : json;
  }

  /** An entry of json_object_agg or jsonb_object_agg. */
  static String entry(String[] arguments) {
    if (arguments[0] == null) {
      throw arguments[2] == null
          ? new PgException(
              SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key")
          : JsonAccess.invalid("field name must not be null");
    }
    return Jsonb.quote(arguments[0]) + " : " + orNull(arguments[1]);
  }

  /** json_object of one text array, one- or two-dimensional. */
  static String objectOfArray(String array) {
    List<JsonValue> elements = JsonReader.json(array).elements();
    List<JsonValue> flat = new ArrayList<>();
    if (!elements.isEmpty() && elements.get(0).isArray()) {
      for (JsonValue pair : elements) {
        if (pair.elements().size() != 2 || pair.elements().get(0).isArray()) {
          throw subscript(
              pair.elements().get(0).isArray()
                  ? "wrong number of array subscripts"
                  : "array must have two columns");
        }
        flat.addAll(pair.elements());
      }
    } else {
      flat.addAll(elements);
    }
    if (flat.size() % 2 != 0) {
      throw subscript("array must have even number of elements");
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < flat.size(); i++) {
      arguments.add(i % 2 == 0 ? flat.get(i).text() : value(flat.get(i)));
    }
    return object(arguments.toArray(new String[0]));
  }

  static String objectOfArrays(String keys, String values) {
    List<JsonValue> names = JsonReader.json(keys).elements();
    List<JsonValue> contents = JsonReader.json(values).elements();
    if (names.size() != contents.size()) {
      throw subscript("mismatched array dimensions");
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      arguments.add(names.get(i).text());
      arguments.add(value(contents.get(i)));
    }
    return object(arguments.toArray(new String[0]));
  }

  private static String value(JsonValue text) {
    return text.text() == null ? "null" : Jsonb.quote(text.text());
  }

  private static PgException subscript(String message) {
    return new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
  }
}
