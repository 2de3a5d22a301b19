package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A change of what a path leads to.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (setPath, setPathObject, setPathArray).
 */
record JsonPathEdit(List<JsonValue> steps, JsonValue with, Way way) {
  /** What is done at the path's end. */
  enum Way {
    SET,
    REPLACE,
    INSERT_BEFORE,
    INSERT_AFTER,
    DELETE;

    boolean creates() {
      return this != REPLACE && this != DELETE;
    }

    boolean inserts() {
      return this == INSERT_BEFORE || this == INSERT_AFTER;
    }
  }

  JsonValue apply(JsonValue value, int level) {
    String step = steps.get(level).text();
    if (step == null) {
      throw new PgException(
          SqlState.NULL_VALUE_NOT_ALLOWED, "path element at position " + (level + 1) + " is null");
    }
    if (value.isObject()) {
      return object(value, step, level);
    }
    return value.isArray() ? array(value, step, level) : value;
  }

  private boolean isLast(int level) {
    return level == steps.size() - 1;
  }

  private JsonValue object(JsonValue value, String key, int level) {
    Map<String, JsonValue> members = Jsonb.members(value);
    JsonValue present = members.get(key);
    if (present == null) {
      if (isLast(level) && way.creates()) {
        members.put(key, with);
      }
    } else if (!isLast(level)) {
      members.put(key, apply(present, level + 1));
    } else if (way.inserts()) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "cannot replace existing key")
          .withHint("Try using the function jsonb_set to replace key value.");
    } else if (way == Way.DELETE) {
      members.remove(key);
    } else {
      members.put(key, with);
    }
    return Jsonb.object(members);
  }

  private JsonValue array(JsonValue value, String step, int level) {
    Integer index = Texts.integer(step);
    if (index == null) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "path element at position " + (level + 1) + " is not an integer: \"" + step + "\"");
    }
    List<JsonValue> elements = new ArrayList<>(value.elements());
    int size = elements.size();
    int at = index < 0 ? size + index : Math.min(index, size);
    if (at < 0 || at >= size) {
      if (isLast(level) && way.creates()) {
        elements.add(at < 0 ? 0 : size, with);
      }
    } else if (!isLast(level)) {
      elements.set(at, apply(elements.get(at), level + 1));
    } else {
      switch (way) {
        case DELETE -> elements.remove(at);
        case INSERT_BEFORE -> elements.add(at, with);
        case INSERT_AFTER -> elements.add(at + 1, with);
        default -> elements.set(at, with);
      }
    }
    return JsonValue.array(elements);
  }
}
