package io.duckgres.json;

import java.math.BigDecimal;
import java.util.List;

/**
 * A JSON value.
 *
 * @param kind which of the six it is
 * @param text a string's characters, otherwise null
 * @param number a number, otherwise null
 * @param truth whether a boolean is true
 * @param elements an array's elements, otherwise null
 * @param members an object's members as written or, in jsonb, in its order; otherwise null
 * @param start where the value begins in the text that it was read from
 * @param end where it ends
 */
public record JsonValue(
    Kind kind,
    String text,
    BigDecimal number,
    boolean truth,
    List<JsonValue> elements,
    List<Member> members,
    int start,
    int end) {
  /** The kinds in jsonb's order of types. */
  public enum Kind {
    NULL,
    STRING,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT;

    /** The name that {@code jsonb_typeof} gives. */
    public String typeName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A key and its value. */
  public record Member(String key, JsonValue value) {}

  /** JSON's null. */
  public static final JsonValue NULL =
      new JsonValue(Kind.NULL, null, null, false, null, null, 0, 0);

  /** A string. */
  public static JsonValue string(String text) {
    return new JsonValue(Kind.STRING, text, null, false, null, null, 0, 0);
  }

  /** A number. */
  public static JsonValue number(BigDecimal number) {
    return new JsonValue(Kind.NUMBER, null, number, false, null, null, 0, 0);
  }

  /** A boolean. */
  public static JsonValue bool(boolean truth) {
    return new JsonValue(Kind.BOOLEAN, null, null, truth, null, null, 0, 0);
  }

  /** An array. */
  public static JsonValue array(List<JsonValue> elements) {
    return new JsonValue(Kind.ARRAY, null, null, false, List.copyOf(elements), null, 0, 0);
  }

  /** An object with its members in this order. */
  public static JsonValue object(List<Member> members) {
    return new JsonValue(Kind.OBJECT, null, null, false, null, List.copyOf(members), 0, 0);
  }

  /** Whether it is an array. */
  public boolean isArray() {
    return kind == Kind.ARRAY;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** Whether it is neither array nor object. */
  public boolean isScalar() {
    return !isArray() && !isObject();
  }

  /** The value of the last member with this key, null when there is none. */
  public JsonValue get(String key) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).key().equals(key)) {
        return members.get(i).value();
      }
    }
    return null;
  }

  /** The element at an index, from the end when negative; null when there is none. */
  public JsonValue get(int index) {
    int at = index < 0 ? elements.size() + index : index;
    return at < 0 || at >= elements.size() ? null : elements.get(at);
  }

  JsonValue at(int newStart, int newEnd) {
    return new JsonValue(kind, text, number, truth, elements, members, newStart, newEnd);
  }
}
