package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;

/**
 * An item that a path's step gives: a JSON value, or a date or time that a method made of a string.
 *
 * @param json the value; of a date or time null
 * @param time the date or time, otherwise null
 */
record PathItem(JsonValue json, PathTime time) {
  static PathItem of(JsonValue value) {
    return new PathItem(value, null);
  }

  static PathItem of(PathTime time) {
    return new PathItem(null, time);
  }

  boolean isTime() {
    return time != null;
  }

  boolean is(JsonValue.Kind kind) {
    return json != null && json.kind() == kind;
  }

  boolean isArray() {
    return is(JsonValue.Kind.ARRAY);
  }

  boolean isObject() {
    return is(JsonValue.Kind.OBJECT);
  }

  /** The item as JSON: dates and times are strings. */
  JsonValue toJson() {
    return json != null ? json : JsonValue.string(time.text());
  }

  /** The item as jsonb prints it. */
  String print() {
    return Jsonb.print(toJson());
  }

  /** The name that {@code .type()} gives. */
  String typeName() {
    return json != null ? json.kind().typeName() : time.kind().typeName();
  }
}
