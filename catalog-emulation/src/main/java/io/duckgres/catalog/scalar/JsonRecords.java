package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Members of objects on their way to columns.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (populate_record_field).
 */
final class JsonRecords {
  private JsonRecords() {}

  /**
   * Arguments: an object, a key, the form in which the column wants its value ({@code json}, {@code
   * array} or {@code text}), the function's name.
   */
  static String member(String[] arguments) {
    String json = arguments[0];
    JsonValue value = JsonReader.json(json);
    String function = arguments[3];
    if (!value.isObject()) {
      if (function.endsWith("set")) {
        throw JsonAccess.invalid("argument of " + function + " must be an array of objects");
      }
      throw JsonAccess.invalid(
          "cannot call " + function + " on " + (value.isArray() ? "an array" : "a scalar"));
    }
    JsonValue member = value.get(arguments[1]);
    return switch (arguments[2]) {
      case "json" -> JsonAccess.part(json, member);
      case "array" -> array(json, member, arguments[1]);
      default -> JsonAccess.text(json, member);
    };
  }

  /** A JSON array as PostgreSQL's text of an array; a string is such a text already. */
  private static String array(String json, JsonValue member, String key) {
    if (member == null || !member.isArray()) {
      String text = JsonAccess.text(json, member);
      if (text != null && member.kind() != JsonValue.Kind.STRING) {
        throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array")
            .withHint("See the value of key \"" + key + "\".");
      }
      return text;
    }
    return ArrayTexts.output(JsonAccess.part(json, member), "text");
  }
}
