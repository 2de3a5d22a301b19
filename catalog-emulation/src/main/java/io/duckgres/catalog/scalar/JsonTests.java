package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Member;
import io.duckgres.json.JsonbOrder;
import java.util.function.Predicate;

/**
 * Containment, existence and order of jsonb.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonb_util.c} (JsonbDeepContains), {@code jsonb_op.c}.
 */
final class JsonTests {
  private JsonTests() {}

  static Boolean contains(String left, String right) {
    JsonValue whole = JsonReader.json(left);
    JsonValue part = JsonReader.json(right);
    if (part.isScalar() && whole.isArray()) {
      return hasScalar(whole, part);
    }
    return contains(whole, part);
  }

  private static boolean contains(JsonValue whole, JsonValue part) {
    if (whole.kind() != part.kind()) {
      return false;
    }
    switch (part.kind()) {
      case OBJECT -> {
        for (Member member : part.members()) {
          JsonValue value = whole.get(member.key());
          if (value == null || !contains(value, member.value())) {
            return false;
          }
        }
        return true;
      }
      case ARRAY -> {
        return part.elements().stream().allMatch(element -> hasElement(whole, element));
      }
      default -> {
        return isEqual(whole, part);
      }
    }
  }

  private static boolean hasElement(JsonValue array, JsonValue element) {
    return element.isScalar()
        ? hasScalar(array, element)
        : array.elements().stream().anyMatch(candidate -> contains(candidate, element));
  }

  private static boolean hasScalar(JsonValue array, JsonValue scalar) {
    return array.elements().stream().anyMatch(element -> isEqual(element, scalar));
  }

  /** Whether two scalars are equal. */
  static boolean isEqual(JsonValue left, JsonValue right) {
    if (left.kind() != right.kind()) {
      return false;
    }
    return switch (left.kind()) {
      case STRING -> left.text().equals(right.text());
      case NUMBER -> left.number().compareTo(right.number()) == 0;
      case BOOLEAN -> left.truth() == right.truth();
      case NULL -> true;
      default -> false;
    };
  }

  static Boolean exists(String json, String key) {
    return has(JsonReader.json(json)).test(key);
  }

  static Boolean existsAny(String json, String keys) {
    Predicate<String> has = has(JsonReader.json(json));
    return JsonReader.json(keys).elements().stream()
        .anyMatch(key -> key.text() != null && has.test(key.text()));
  }

  static Boolean existsAll(String json, String keys) {
    Predicate<String> has = has(JsonReader.json(json));
    return JsonReader.json(keys).elements().stream()
        .allMatch(key -> key.text() == null || has.test(key.text()));
  }

  private static Predicate<String> has(JsonValue value) {
    return switch (value.kind()) {
      case OBJECT -> key -> value.get(key) != null;
      case ARRAY ->
          key -> value.elements().stream().anyMatch(element -> key.equals(element.text()));
      default -> key -> key.equals(value.text());
    };
  }

  static String key(String json) {
    return JsonbOrder.key(JsonReader.json(json));
  }
}
