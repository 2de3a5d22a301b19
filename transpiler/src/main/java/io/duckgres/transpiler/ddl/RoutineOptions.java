package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.statement.RoutineStatement;
import io.duckgres.transpiler.statement.SettingStatement;
import java.util.ArrayList;
import java.util.List;

/** Options of CREATE and ALTER FUNCTION laid over those that a function has. */
record RoutineOptions(RoutineStatement.Options given) {
  private static final String SEARCH_PATH = "search_path";

  Routine.Options of(Routine.Options before, List<String> settings) {
    return new Routine.Options(
        given.leakproof() == null ? before.leakproof() : given.leakproof(),
        given.definer() == null ? before.definer() : given.definer(),
        given.parallel() == null ? before.parallel() : given.parallel(),
        given.cost() == null ? before.cost() : given.cost(),
        given.rows() == null ? before.rows() : given.rows(),
        settings);
  }

  /**
   * {@code pg_proc.proconfig}.
   *
   * @throws PgException 0A000 for a setting other than the search path
   */
  List<String> settings(List<String> before) {
    List<String> settings = new ArrayList<>(before);
    for (SettingStatement setting : given.settings()) {
      if (setting instanceof SettingStatement.Reset reset) {
        settings.removeIf(known -> reset.name() == null || known.startsWith(reset.name() + "="));
      } else if (setting instanceof SettingStatement.Set set && set.name().equals(SEARCH_PATH)) {
        settings.removeIf(known -> known.startsWith(SEARCH_PATH + "="));
        if (!set.values().isEmpty()) {
          settings.add(SEARCH_PATH + "=" + String.join(", ", set.values()));
        }
      } else {
        throw PgException.notSupported("a setting of a function other than search_path");
      }
    }
    return settings;
  }

  /** The schemas in which a function with these settings looks names up; empty for its caller's. */
  static List<String> searchPathOf(List<String> settings) {
    for (String setting : settings) {
      if (setting.startsWith(SEARCH_PATH + "=")) {
        List<String> path = new ArrayList<>();
        String value = setting.substring(SEARCH_PATH.length() + 1);
        for (String schema : value.split(", ")) {
          String name = schema.startsWith("\"") ? schema.substring(1, schema.length() - 1) : schema;
          if (!name.isEmpty()) {
            path.add(name);
          }
        }
        if (!path.contains(ObjectLookup.PG_CATALOG)) {
          path.add(0, ObjectLookup.PG_CATALOG);
        }
        return path;
      }
    }
    return List.of();
  }
}
