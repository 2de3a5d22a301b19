package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assigning to a subscripted jsonb value: what is missing on the way is made.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (jsonb_set_element, setPath, push_path).
 */
final class JsonbAssignment {
  private final List<JsonValue> path;
  private final JsonValue value;

  private JsonbAssignment(List<JsonValue> path, JsonValue value) {
    this.path = path;
    this.value = value;
  }

  /** Arguments: the jsonb or NULL, the path as a JSON array of texts, the new value or NULL. */
  static String assign(String[] arguments) {
    List<JsonValue> path = JsonReader.json(arguments[1]).elements();
    for (JsonValue step : path) {
      if (step.text() == null) {
        throw new PgException(
            SqlState.NULL_VALUE_NOT_ALLOWED, "jsonb subscript in assignment must not be null");
      }
    }
    JsonValue value = arguments[2] == null ? JsonValue.NULL : JsonReader.json(arguments[2]);
    JsonbAssignment assignment = new JsonbAssignment(path, value);
    JsonValue result =
        arguments[0] == null
            ? assignment.made(0)
            : assignment.set(JsonReader.json(arguments[0]), 0);
    return Jsonb.canonical(Jsonb.print(result));
  }

  private String step(int level) {
    return path.get(level).text();
  }

  /** What the rest of the path makes where there is nothing. */
  private JsonValue made(int level) {
    if (level == path.size()) {
      return value;
    }
    Integer index = Texts.integer(step(level));
    if (index == null) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put(step(level), made(level + 1));
      return Jsonb.object(members);
    }
    if (index < 0) {
      throw outOfRange(level, index);
    }
    List<JsonValue> elements = new ArrayList<>();
    for (int i = 0; i < index; i++) {
      elements.add(JsonValue.NULL);
    }
    elements.add(made(level + 1));
    return JsonValue.array(elements);
  }

  private static PgException outOfRange(int level, int index) {
    return new PgException(
        SqlState.INVALID_PARAMETER_VALUE,
        "path element at position " + (level + 1) + " is out of range: " + index);
  }

  private JsonValue set(JsonValue present, int level) {
    if (level == path.size()) {
      return value;
    }
    if (present.isObject()) {
      Map<String, JsonValue> members = Jsonb.members(present);
      JsonValue member = members.get(step(level));
      members.put(step(level), member == null ? made(level + 1) : set(member, level + 1));
      return Jsonb.object(members);
    }
    if (present.isArray()) {
      return array(present, level);
    }
    throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "cannot replace existing key")
        .withDetail("The path assumes key is a composite object, but it is a scalar value.");
  }

  private JsonValue array(JsonValue present, int level) {
    Integer index = Texts.integer(step(level));
    if (index == null) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "path element at position "
              + (level + 1)
              + " is not an integer: \""
              + step(level)
              + "\"");
    }
    List<JsonValue> elements = new ArrayList<>(present.elements());
    int at = index < 0 ? elements.size() + index : index;
    if (at < 0) {
      throw outOfRange(level, index);
    }
    if (at < elements.size()) {
      elements.set(at, set(elements.get(at), level + 1));
    } else {
      while (elements.size() < at) {
        elements.add(JsonValue.NULL);
      }
      elements.add(made(level + 1));
    }
    return JsonValue.array(elements);
  }
}
