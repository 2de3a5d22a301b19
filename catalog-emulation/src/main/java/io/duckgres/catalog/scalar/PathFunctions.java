package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonReader;
import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import io.duckgres.json.path.JsonPath;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * jsonb_path_query and its kin. Arguments: {@code true} where time zones may be used, a jsonb, a
 * path, then an object of variables and {@code true} to suppress errors, both of which may be left
 * out.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c}.
 */
final class PathFunctions {
  private static final int MOST_CACHED = 64;
  private static final int VARIABLES = 3;
  private static final int SILENT = 4;
  private static final ThreadLocal<Recent> CACHE = ThreadLocal.withInitial(Recent::new);

  private static final class Recent extends LinkedHashMap<String, JsonPath> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, JsonPath> eldest) {
      return size() > MOST_CACHED;
    }
  }

  private PathFunctions() {}

  /** The path of a text that has been checked or not. */
  static JsonPath path(String text) {
    Recent cache = CACHE.get();
    JsonPath path = cache.get(text);
    if (path == null) {
      path = JsonPath.parse(text);
      cache.put(text, path);
    }
    return path;
  }

  /** The path as PostgreSQL prints it. */
  static String canonical(String text) {
    return path(text).toString();
  }

  static Boolean exists(String[] arguments) {
    return evaluate(arguments, PathExecutor::exists, null);
  }

  static Boolean match(String[] arguments) {
    List<PathItem> found = items(arguments);
    if (found.size() == 1) {
      PathItem item = found.get(0);
      if (item.is(JsonValue.Kind.BOOLEAN)) {
        return item.json().truth();
      }
      if (item.is(JsonValue.Kind.NULL)) {
        return null;
      }
    }
    if (isSilent(arguments)) {
      return null;
    }
    throw new PgException(
        SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED, "single boolean result is expected");
  }

  /** The items as a JSON array of their texts. */
  static String query(String[] arguments) {
    List<PathItem> found = items(arguments);
    return JsonAccess.list(found, PathItem::print);
  }

  static String queryArray(String[] arguments) {
    List<PathItem> found = items(arguments);
    return Jsonb.print(JsonValue.array(found.stream().map(PathItem::toJson).toList()));
  }

  static String queryFirst(String[] arguments) {
    List<PathItem> found = items(arguments);
    return found.isEmpty() ? null : found.get(0).print();
  }

  private static boolean isSilent(String[] arguments) {
    return arguments.length > SILENT && arguments[SILENT].startsWith("t");
  }

  private static List<PathItem> items(String[] arguments) {
    return isSilent(arguments)
        ? evaluate(arguments, PathExecutor::untilError, List.of())
        : evaluate(arguments, PathExecutor::all, List.of());
  }

  private static <T> T evaluate(
      String[] arguments, Function<PathExecutor, T> result, T suppressed) {
    JsonValue variables =
        JsonReader.json(arguments.length > VARIABLES ? arguments[VARIABLES] : "{}");
    if (!variables.isObject()) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "\"vars\" argument is not an object")
          .withDetail(
              "Jsonpath parameters should be encoded as key-value pairs of \"vars\" object.");
    }
    PathExecutor executor =
        new PathExecutor(
            path(arguments[2]),
            JsonReader.json(arguments[1]),
            variables,
            arguments[0].equals("true"));
    try {
      return result.apply(executor);
    } catch (PathError e) {
      if (isSilent(arguments)) {
        return suppressed;
      }
      throw e.error();
    }
  }
}
