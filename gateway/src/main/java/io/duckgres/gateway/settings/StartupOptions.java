package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The startup parameter {@code options}: command line arguments that set run-time parameters, as
 * {@code -c name=value} and {@code --name=value}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-CONNECT-OPTIONS">
 *     options</a>; process_postgres_switches of postgres.c
 */
public final class StartupOptions {
  private StartupOptions() {}

  /**
   * The parameters in order.
   *
   * @throws PgException 42601 for an argument that sets no parameter
   */
  public static Map<String, String> parse(String options) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> arguments = split(options);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("-c") && i + 1 < arguments.size()) {
        i++;
        assign(parameters, arguments.get(i), "-c " + arguments.get(i));
      } else if (argument.startsWith("-c")) {
        assign(parameters, argument.substring(2), argument);
      } else if (argument.startsWith("--")) {
        assign(parameters, argument.substring(2), argument);
      } else {
        throw new PgException(
            SqlState.SYNTAX_ERROR, "invalid command-line argument for server process: " + argument);
      }
    }
    return parameters;
  }

  private static void assign(Map<String, String> parameters, String text, String argument) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new PgException(SqlState.SYNTAX_ERROR, argument + " requires a value");
    }
    parameters.put(text.substring(0, equals).replace('-', '_'), text.substring(equals + 1));
  }

  /** Splits at spaces; a backslash makes the next character an ordinary one (pg_split_opts). */
  private static List<String> split(String options) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean any = false;
    for (int i = 0; i < options.length(); i++) {
      char character = options.charAt(i);
      if (character == '\\' && i + 1 < options.length()) {
        i++;
        argument.append(options.charAt(i));
        any = true;
      } else if (!Character.isWhitespace(character)) {
        argument.append(character);
        any = true;
      } else if (any) {
        arguments.add(argument.toString());
        argument.setLength(0);
        any = false;
      }
    }
    if (any) {
      arguments.add(argument.toString());
    }
    return arguments;
  }
}
