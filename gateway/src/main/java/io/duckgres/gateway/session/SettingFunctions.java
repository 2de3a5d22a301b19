package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * {@code current_setting} and {@code set_config} with arguments that are known only when they are
 * called.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-admin.html#FUNCTIONS-ADMIN-SET">
 *     Configuration Settings Functions</a>
 */
final class SettingFunctions {
  private final SessionContext context;

  SettingFunctions(SessionContext context) {
    this.context = context;
  }

  void addTo(SessionFunctions functions) {
    functions.add(
        "current_setting",
        arguments ->
            arguments.size() > 1 && Boolean.parseBoolean(arguments.get(1))
                ? context.settings.find(arguments.get(0))
                : context.settings.get(arguments.get(0)));
    functions.addNonStrict(
        "set_config",
        arguments -> {
          if (arguments.get(0) == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "SET requires parameter name");
          }
          return set(arguments.get(0), arguments.get(1), "true".equals(arguments.get(2)));
        });
  }

  private String set(String name, String value, boolean local) {
    if (value == null) {
      context.settings.reset(name, local);
      return context.settings.get(name);
    }
    return context.settings.set(name, value, local);
  }
}
