package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Member;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * jsonb values made from others: concatenation, deletion, replacement.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (jsonb_concat, jsonb_delete, setPath).
 */
final class JsonEdit {
  private JsonEdit() {}

  static String concat(String left, String right) {
    JsonValue first = JsonReader.json(left);
    JsonValue second = JsonReader.json(right);
    if (first.isObject() && second.isObject()) {
      Map<String, JsonValue> members = Jsonb.members(first);
      members.putAll(Jsonb.members(second));
      return Jsonb.print(Jsonb.object(members));
    }
    List<JsonValue> elements = new ArrayList<>();
    elements.addAll(first.isArray() ? first.elements() : List.of(first));
    elements.addAll(second.isArray() ? second.elements() : List.of(second));
    return Jsonb.print(JsonValue.array(elements));
  }

  static String deleteKey(String json, String key) {
    return deleteKeys(JsonReader.json(json), Set.of(key));
  }

  static String deleteKeys(String json, String keys) {
    Set<String> all = new HashSet<>();
    JsonAccess.steps(keys).forEach(key -> all.add(key.text()));
    return deleteKeys(JsonReader.json(json), all);
  }

  private static String deleteKeys(JsonValue value, Set<String> keys) {
    requireContainer(value, "cannot delete from scalar");
    if (value.isObject()) {
      return Jsonb.print(
          JsonValue.object(
              value.members().stream().filter(member -> !keys.contains(member.key())).toList()));
    }
    return Jsonb.print(
        JsonValue.array(
            value.elements().stream()
                .filter(element -> element.text() == null || !keys.contains(element.text()))
                .toList()));
  }

  static String deleteIndex(String json, Integer index) {
    JsonValue value = JsonReader.json(json);
    requireContainer(value, "cannot delete from scalar");
    if (value.isObject()) {
      throw JsonAccess.invalid("cannot delete from object using integer index");
    }
    List<JsonValue> elements = new ArrayList<>(value.elements());
    int at = index < 0 ? elements.size() + index : index;
    if (at >= 0 && at < elements.size()) {
      elements.remove(at);
    }
    return Jsonb.print(JsonValue.array(elements));
  }

  static String deletePath(String json, String path) {
    JsonValue value = JsonReader.json(json);
    requireContainer(value, "cannot delete path in scalar");
    return edit(value, path, null, JsonPathEdit.Way.DELETE);
  }

  /** Arguments: target, path as a JSON array, new value, whether to create. */
  static String set(String[] arguments) {
    JsonValue value = JsonReader.json(arguments[0]);
    boolean create = flag(arguments, 3, true);
    JsonValue path = JsonReader.json(arguments[1]);
    requireContainer(value, "cannot set path in scalar");
    if (value.isScalar() || (isEmpty(value) && !create) || path.elements().isEmpty()) {
      return arguments[0];
    }
    return edit(
        value,
        arguments[1],
        JsonReader.json(arguments[2]),
        create ? JsonPathEdit.Way.SET : JsonPathEdit.Way.REPLACE);
  }

  /** Arguments: those of {@link #set} and what becomes of a NULL; any may be NULL. */
  static String setLax(String[] arguments) {
    if (arguments[0] == null
        || arguments[1] == null
        || (arguments.length > 3 && arguments[3] == null)) {
      return null;
    }
    String treatment = arguments.length > 4 ? arguments[4] : "use_json_null";
    if (treatment == null) {
      throw JsonAccess.invalid(
          "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\", or"
              + " \"raise_exception\"");
    }
    if (arguments[2] != null) {
      return set(arguments);
    }
    return switch (treatment) {
      case "raise_exception" ->
          throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "JSON value must not be null")
              .withDetail(
                  "Exception was raised because null_value_treatment is \"raise_exception\".")
              .withHint(
                  "To avoid, either change the null_value_treatment argument or ensure that an SQL"
                      + " NULL is not passed.");
      case "use_json_null" ->
          set(
              new String[] {
                arguments[0], arguments[1], "null", String.valueOf(flag(arguments, 3, true))
              });
      case "delete_key" -> deletePath(arguments[0], arguments[1]);
      case "return_target" -> arguments[0];
      default ->
          throw JsonAccess.invalid(
              "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\","
                  + " or \"raise_exception\"");
    };
  }

  /** Arguments: target, path as a JSON array, new value, whether after the place. */
  static String insert(String[] arguments) {
    JsonValue value = JsonReader.json(arguments[0]);
    requireContainer(value, "cannot set path in scalar");
    if (JsonReader.json(arguments[1]).elements().isEmpty()) {
      return arguments[0];
    }
    return edit(
        value,
        arguments[1],
        JsonReader.json(arguments[2]),
        flag(arguments, 3, false) ? JsonPathEdit.Way.INSERT_AFTER : JsonPathEdit.Way.INSERT_BEFORE);
  }

  /** An argument with a default. */
  private static boolean flag(String[] arguments, int index, boolean otherwise) {
    return arguments.length > index ? arguments[index].equals("true") : otherwise;
  }

  private static String edit(JsonValue value, String path, JsonValue with, JsonPathEdit.Way way) {
    List<JsonValue> steps = JsonReader.json(path).elements();
    if (steps.isEmpty()) {
      return Jsonb.print(value);
    }
    return Jsonb.print(new JsonPathEdit(steps, with, way).apply(value, 0));
  }

  private static boolean isEmpty(JsonValue value) {
    return value.isArray() ? value.elements().isEmpty() : value.members().isEmpty();
  }

  private static void requireContainer(JsonValue value, String message) {
    if (value.isScalar()) {
      throw JsonAccess.invalid(message);
    }
  }

  static String stripNulls(String json) {
    return Jsonb.print(stripped(JsonReader.json(json)));
  }

  /** json without nulls, in json's own narrow form. */
  static String stripNullsOfJson(String json) {
    StringBuilder out = new StringBuilder();
    narrow(json, stripped(JsonReader.json(json)), out);
    return out.toString();
  }

  private static JsonValue stripped(JsonValue value) {
    if (value.isObject()) {
      List<Member> kept = new ArrayList<>();
      for (Member member : value.members()) {
        if (member.value().kind() != JsonValue.Kind.NULL) {
          kept.add(new Member(member.key(), stripped(member.value())));
        }
      }
      return JsonValue.object(kept);
    }
    return value.isArray()
        ? JsonValue.array(value.elements().stream().map(JsonEdit::stripped).toList())
        : value;
  }

  private static void narrow(String json, JsonValue value, StringBuilder out) {
    switch (value.kind()) {
      case ARRAY -> {
        out.append('[');
        for (int i = 0; i < value.elements().size(); i++) {
          out.append(i > 0 ? "," : "");
          narrow(json, value.elements().get(i), out);
        }
        out.append(']');
      }
      case OBJECT -> {
        out.append('{');
        for (int i = 0; i < value.members().size(); i++) {
          out.append(i > 0 ? "," : "").append(Jsonb.quote(value.members().get(i).key()));
          narrow(json, value.members().get(i).value(), out.append(':'));
        }
        out.append('}');
      }
      case STRING -> out.append(Jsonb.quote(value.text()));
      default -> out.append(JsonAccess.part(json, value));
    }
  }
}
