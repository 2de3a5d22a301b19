package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Member;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * SQL/JSON functions. What a query function has found is a text: {@code V} and the value, {@code N}
 * for JSON's null, {@code E} for nothing, {@code X} with an SQLSTATE and a message for an error;
 * JSON_EXISTS tells {@code T} or {@code F}.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c} (JsonPathExists, JsonPathValue,
 * JsonPathQuery) and {@code json.c}.
 */
final class SqlJsonFunctions {
  private SqlJsonFunctions() {}

  /** What happens over a path's items. */
  private interface Finding {
    String of(PathExecutor executor);
  }

  private static String find(String[] arguments, Finding finding) {
    PathExecutor executor =
        new PathExecutor(
            PathFunctions.path(arguments[1]),
            JsonReader.json(arguments[0]),
            JsonReader.json(arguments[2]),
            false);
    try {
      return finding.of(executor);
    } catch (PathError e) {
      return error(e.error());
    }
  }

  private static String error(PgException error) {
    return "X" + error.state().code() + error.getMessage();
  }

  private static String error(SqlState state, String message) {
    return error(new PgException(state, message));
  }

  static String exists(String[] arguments) {
    return find(arguments, executor -> executor.exists() ? "T" : "F");
  }

  static String value(String[] arguments) {
    return find(
        arguments,
        executor -> {
          List<PathItem> found = executor.all();
          if (found.isEmpty()) {
            return "E";
          }
          if (found.size() > 1) {
            return error(
                SqlState.MORE_THAN_ONE_SQL_JSON_ITEM,
                "JSON path expression in JSON_VALUE must return single scalar item");
          }
          PathItem item = found.get(0);
          if (item.isTime()) {
            return "V" + item.time().text();
          }
          return switch (item.json().kind()) {
            case NULL -> "N";
            case STRING -> "V" + item.json().text();
            case ARRAY, OBJECT ->
                error(
                    SqlState.SQL_JSON_SCALAR_REQUIRED,
                    "JSON path expression in JSON_VALUE must return single scalar item");
            default -> "V" + item.print();
          };
        });
  }

  /** The last argument tells the wrapper, OMIT for quotes, and JSON or ARRAY for the type. */
  static String query(String[] arguments) {
    Set<String> form = Set.of(arguments[3].split(","));
    return find(
        arguments,
        executor -> {
          List<PathItem> found = executor.all();
          if (found.isEmpty()) {
            return "E";
          }
          boolean wraps =
              form.contains("UNCONDITIONAL") || form.contains("CONDITIONAL") && found.size() > 1;
          if (!wraps && found.size() > 1) {
            return error(
                SqlState.MORE_THAN_ONE_SQL_JSON_ITEM,
                "JSON path expression in JSON_QUERY must return single item when no wrapper is"
                    + " requested");
          }
          JsonValue value =
              wraps
                  ? JsonValue.array(found.stream().map(PathItem::toJson).toList())
                  : found.get(0).toJson();
          return shown(value, form);
        });
  }

  private static String shown(JsonValue value, Set<String> form) {
    if (form.contains("ARRAY")) {
      return value.isArray()
          ? "V" + ArrayTexts.output(Jsonb.print(value), "text")
          : value.kind() == JsonValue.Kind.NULL
              ? "N"
              : error(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array");
    }
    boolean unquoted = form.contains("OMIT") && value.kind() == JsonValue.Kind.STRING;
    if (!unquoted) {
      boolean nothing = form.contains("OMIT") && !form.contains("JSON");
      return nothing && value.kind() == JsonValue.Kind.NULL ? "N" : "V" + Jsonb.print(value);
    }
    if (form.contains("JSON")) {
      try {
        return "V" + Jsonb.canonical(value.text());
      } catch (PgException e) {
        return error(e);
      }
    }
    return "V" + value.text();
  }

  /** JSON_OBJECT: flags, then keys and values by turns. */
  static String object(String[] arguments) {
    boolean absent = arguments[0].contains("ABSENT");
    boolean unique = arguments[0].contains("UNIQUE");
    boolean binary = arguments[0].contains("JSONB");
    Set<String> keys = new HashSet<>();
    StringBuilder out = new StringBuilder("{");
    for (int i = 1; i < arguments.length; i += 2) {
      if (arguments[i] == null) {
        throw binary
            ? JsonAccess.invalid("argument " + i + ": key must not be null")
            : new PgException(
                SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
      }
      if (!keys.add(arguments[i]) && unique) {
        throw duplicate(arguments[i]);
      }
      String value = arguments[i + 1];
      if (value == null && absent) {
        continue;
      }
      out.append(out.length() > 1 ? ", " : "").append(Jsonb.quote(arguments[i]));
      out.append(" : ").append(value == null ? "null" : value);
    }
    String json = out.append('}').toString();
    return binary ? Jsonb.canonical(json) : json;
  }

  private static PgException duplicate(String key) {
    return new PgException(
        SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE,
        "duplicate JSON object key value: " + Jsonb.quote(key));
  }

  /** JSON_ARRAY: flags, then values. */
  static String array(String[] arguments) {
    boolean absent = arguments[0].contains("ABSENT");
    StringBuilder out = new StringBuilder("[");
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i] == null && absent) {
        continue;
      }
      out.append(out.length() > 1 ? ", " : "");
      out.append(arguments[i] == null ? "null" : arguments[i]);
    }
    return out.append(']').toString();
  }

  /** The same text, unless one of its objects has a key twice. */
  static String unique(String json) {
    String twice = repeated(JsonReader.json(json));
    if (twice != null) {
      throw duplicate(twice);
    }
    return json;
  }

  /** A key that an object has twice, null when there is none. */
  private static String repeated(JsonValue value) {
    if (value.isArray()) {
      for (JsonValue element : value.elements()) {
        String twice = repeated(element);
        if (twice != null) {
          return twice;
        }
      }
    } else if (value.isObject()) {
      Set<String> keys = new HashSet<>();
      for (Member member : value.members()) {
        String twice = keys.add(member.key()) ? repeated(member.value()) : member.key();
        if (twice != null) {
          return twice;
        }
      }
    }
    return null;
  }

  /** IS JSON: the flags are VALUE, ARRAY, OBJECT or SCALAR, and UNIQUE. */
  static Boolean isJson(String text, String flags) {
    JsonValue value;
    try {
      value = JsonReader.json(text);
    } catch (PgException e) {
      return false;
    }
    boolean fits =
        flags.startsWith("ARRAY")
            ? value.isArray()
            : flags.startsWith("OBJECT")
                ? value.isObject()
                : !flags.startsWith("SCALAR") || value.isScalar();
    return fits && (!flags.endsWith("UNIQUE") || repeated(value) == null);
  }
}
