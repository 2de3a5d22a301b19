package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.statement.SessionStatement.Option;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Options in parentheses: names and boolean values.
 *
 * <p>Source: {@code src/backend/commands/define.c} (defGetBoolean).
 */
final class UtilityOptions {
  private UtilityOptions() {}

  /** 42601 for an option that {@code statement} does not have. */
  static void checkNames(List<Option> options, Set<String> known, String statement) {
    for (Option option : options) {
      if (!known.contains(option.name())) {
        throw Errors.at(
            option.start(),
            SqlState.SYNTAX_ERROR,
            "unrecognized " + statement + " option \"" + option.name() + "\"");
      }
    }
  }

  /** Whether a boolean option is on; the last of several counts. */
  static boolean isOn(List<Option> options, String name) {
    boolean on = false;
    for (Option option : options) {
      if (option.name().equals(name)) {
        on = booleanOf(option);
      }
    }
    return on;
  }

  static boolean booleanOf(Option option) {
    if (option.value() == null) {
      return true;
    }
    return switch (option.value().toLowerCase(Locale.ROOT)) {
      case "true", "on", "1" -> true;
      case "false", "off", "0" -> false;
      default ->
          throw Errors.of(SqlState.SYNTAX_ERROR, option.name() + " requires a Boolean value");
    };
  }
}
