package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.QuotedIdentifiers;
import io.duckgres.transpiler.catalog.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How PostgreSQL shows a function.
 *
 * <p>Source: {@code src/backend/utils/adt/ruleutils.c} (pg_get_functiondef,
 * print_function_arguments, print_function_rettype).
 *
 * @param arguments {@code pg_get_function_arguments}
 * @param identity {@code pg_get_function_identity_arguments}
 * @param result {@code pg_get_function_result}, null for a procedure
 * @param definition {@code pg_get_functiondef}
 */
record RoutineTexts(String arguments, String identity, String result, String definition) {
  private static final String COST_OF_SQL = "100";
  private static final String ROWS_OF_SETS = "1000";

  static RoutineTexts of(Routine routine) {
    String arguments = arguments(routine, true);
    String result = routine.isProcedure() ? null : result(routine);
    return new RoutineTexts(
        arguments, arguments(routine, false), result, definition(routine, arguments, result));
  }

  /** As they are kept: arguments, identity, result, definition. */
  List<String> list() {
    return java.util.Arrays.asList(arguments, identity, result, definition);
  }

  private static String arguments(Routine routine, boolean defaults) {
    List<String> texts = new ArrayList<>();
    int inputs = routine.inputs().size();
    int input = 0;
    for (Routine.Parameter parameter : routine.parameters()) {
      if (parameter.mode() == 't') {
        continue;
      }
      StringBuilder text = new StringBuilder(mode(parameter.mode(), routine.isProcedure()));
      if (!parameter.name().isEmpty()) {
        text.append(QuotedIdentifiers.quote(parameter.name())).append(' ');
      }
      text.append(type(parameter.type()));
      if (parameter.isInput()) {
        int number = input++ - (inputs - routine.shownDefaults().size());
        if (defaults && number >= 0) {
          text.append(" DEFAULT ").append(routine.shownDefaults().get(number));
        }
      }
      texts.add(text.toString());
    }
    return String.join(", ", texts);
  }

  private static String mode(char mode, boolean procedure) {
    return switch (mode) {
      case 'o' -> "OUT ";
      case 'b' -> "INOUT ";
      case 'v' -> "VARIADIC ";
      default -> procedure ? "IN " : "";
    };
  }

  private static String result(Routine routine) {
    List<Routine.Parameter> table =
        routine.parameters().stream().filter(parameter -> parameter.mode() == 't').toList();
    if (!table.isEmpty()) {
      return table.stream()
          .map(column -> QuotedIdentifiers.quote(column.name()) + " " + type(column.type()))
          .collect(Collectors.joining(", ", "TABLE(", ")"));
    }
    PgProc proc = routine.proc();
    return (proc.returnsSet() ? "SETOF " : "") + type(proc.resultType());
  }

  /** The type, unqualified as those of the search path are. */
  private static String type(PgType type) {
    return TypeNames.format(type);
  }

  private static String definition(Routine routine, String arguments, String result) {
    String kind = routine.isProcedure() ? "PROCEDURE" : "FUNCTION";
    StringBuilder text = new StringBuilder("CREATE OR REPLACE ").append(kind).append(' ');
    text.append(QuotedIdentifiers.quote(routine.schema())).append('.');
    text.append(QuotedIdentifiers.quote(routine.name()))
        .append('(')
        .append(arguments)
        .append(")\n");
    if (result != null) {
      text.append(" RETURNS ").append(result).append('\n');
    }
    text.append(" LANGUAGE sql\n");
    String options = options(routine);
    if (!options.isEmpty()) {
      text.append(options).append('\n');
    }
    for (String setting : routine.options().settings()) {
      int equals = setting.indexOf('=');
      String values =
          java.util.Arrays.stream(setting.substring(equals + 1).split(", "))
              .map(EngineSql::literal)
              .collect(Collectors.joining(", "));
      text.append(" SET ").append(setting, 0, equals).append(" TO ").append(values).append('\n');
    }
    if (routine.body().form() == 's') {
      StringBuilder tag = new StringBuilder(routine.isProcedure() ? "$procedure" : "$function");
      while (routine.body().text().contains(tag)) {
        tag.append('x');
      }
      tag.append('$');
      return text.append("AS ").append(tag).append(routine.body().text()).append(tag) + "\n";
    }
    return text.append(routine.body().shown()) + "\n";
  }

  private static String options(Routine routine) {
    StringBuilder text = new StringBuilder();
    PgProc proc = routine.proc();
    Routine.Options options = routine.options();
    text.append(
        switch (proc.volatility()) {
          case 'i' -> " IMMUTABLE";
          case 's' -> " STABLE";
          default -> "";
        });
    text.append(
        switch (options.parallel()) {
          case 's' -> " PARALLEL SAFE";
          case 'r' -> " PARALLEL RESTRICTED";
          default -> "";
        });
    text.append(proc.strict() ? " STRICT" : "");
    text.append(options.definer() ? " SECURITY DEFINER" : "");
    text.append(options.leakproof() ? " LEAKPROOF" : "");
    if (!options.cost().equals(COST_OF_SQL)) {
      text.append(" COST ").append(options.cost());
    }
    if (proc.returnsSet() && !options.rows().equals(ROWS_OF_SETS)) {
      text.append(" ROWS ").append(options.rows());
    }
    return text.toString();
  }
}
