package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.ExplainOptions;
import io.duckgres.transpiler.plan.ExplainOptions.Format;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.SessionStatement.Explain;
import io.duckgres.transpiler.statement.SessionStatement.Option;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * EXPLAIN.
 *
 * <p>Source of checks: {@code src/backend/commands/explain.c} (ExplainQuery).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-explain.html">EXPLAIN</a>
 */
final class ExplainPlanner {
  private static final Set<String> BOOLEAN_OPTIONS =
      Set.of(
          "analyze",
          "verbose",
          "costs",
          "buffers",
          "wal",
          "settings",
          "generic_plan",
          "timing",
          "summary",
          "memory");

  private ExplainPlanner() {}

  static StatementPlan plan(Explain statement, DefinitionContext context) {
    List<Option> options = statement.options();
    boolean serialize = false;
    Format format = Format.TEXT;
    for (Option option : options) {
      if (option.name().equals("format")) {
        format = format(option);
      } else if (option.name().equals("serialize")) {
        serialize = serializes(option);
      } else if (BOOLEAN_OPTIONS.contains(option.name())) {
        UtilityOptions.booleanOf(option);
      } else {
        throw Errors.at(
            option.start(),
            SqlState.SYNTAX_ERROR,
            "unrecognized EXPLAIN option \"" + option.name() + "\"");
      }
    }
    boolean analyze = UtilityOptions.isOn(options, "analyze");
    if (!analyze) {
      demandAnalyze(UtilityOptions.isOn(options, "wal"), "WAL");
      demandAnalyze(UtilityOptions.isOn(options, "timing"), "TIMING");
      demandAnalyze(serialize, "SERIALIZE");
    } else if (UtilityOptions.isOn(options, "generic_plan")) {
      throw invalid("EXPLAIN options ANALYZE and GENERIC_PLAN cannot be used together");
    }
    if (analyze && statement.stores()) {
      throw PgException.notSupported("EXPLAIN ANALYZE of a statement that stores a query's rows");
    }
    ExplainOptions shown =
        new ExplainOptions(
            analyze,
            UtilityOptions.isOn(options, "verbose"),
            isOn(options, "costs", true),
            analyze && isOn(options, "timing", true),
            isOn(options, "summary", analyze),
            format);
    if (statement.execute() != null) {
      return new StatementPlan.Explain(
          null, (StatementPlan.Execute) SessionPlanner.plan(statement.execute(), context), shown);
    }
    return new StatementPlan.Explain(context.analysis().data(statement.statement()), null, shown);
  }

  private static boolean isOn(List<Option> options, String name, boolean otherwise) {
    boolean given = options.stream().anyMatch(option -> option.name().equals(name));
    return given ? UtilityOptions.isOn(options, name) : otherwise;
  }

  private static void demandAnalyze(boolean on, String option) {
    if (on) {
      throw invalid("EXPLAIN option " + option + " requires ANALYZE");
    }
  }

  private static Format format(Option option) {
    String value = option.value() == null ? "" : option.value();
    for (Format format : Format.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(value)) {
        return format;
      }
    }
    throw unrecognized(option, value);
  }

  private static boolean serializes(Option option) {
    String value = option.value() == null ? "text" : option.value();
    return switch (value) {
      case "off", "none" -> false;
      case "text", "binary" -> true;
      default -> throw unrecognized(option, value);
    };
  }

  private static PgException unrecognized(Option option, String value) {
    return Errors.at(
        option.start(),
        SqlState.INVALID_PARAMETER_VALUE,
        "unrecognized value for EXPLAIN option \"" + option.name() + "\": \"" + value + "\"");
  }

  private static PgException invalid(String message) {
    return Errors.of(SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
