package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.input.DateTimeLiteral;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/**
 * Literals of dates and times, by the session's DateStyle and TimeZone. Those that mean another
 * time each day become the engine's clock, since plans are kept.
 */
final class DateTimeLiterals {
  private DateTimeLiterals() {}

  static SqlNode convert(PgLiteral literal, PgType base, PgType type, PlanningContext context) {
    String text = literal.text();
    if (DateTimeLiteral.isRelative(text)) {
      return new TemplateCall(
          literal.getParserPosition(),
          Template.parse(clock(text, base)),
          List.of(),
          ExpressionType.of(type));
    }
    return new PgLiteral(
        literal.getParserPosition(),
        DateTimeLiteral.normal(text, base, settings(context)),
        ExpressionType.of(type));
  }

  private static String clock(String text, PgType type) {
    String day =
        switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "now" -> type.equals(PgTypes.DATE) ? "current_date" : "now()";
          case "today" -> "current_date";
          case "tomorrow" -> "(current_date + 1)";
          case "yesterday" -> "(current_date - 1)";
          default -> throw PgException.notSupported("the date and time constant \"" + text + "\"");
        };
    String engineType =
        type.equals(PgTypes.DATE)
            ? "DATE"
            : type.equals(PgTypes.TIMESTAMP)
                ? "TIMESTAMP"
                : type.equals(PgTypes.TIMESTAMPTZ) ? "TIMESTAMP WITH TIME ZONE" : null;
    if (engineType == null) {
      throw PgException.notSupported("the time constant \"" + text + "\"");
    }
    return "CAST(" + day + " AS " + engineType + ")";
  }

  /** What the session's settings make of texts of dates and times. */
  static InputSettings settings(PlanningContext context) {
    String dateStyle = context.setting("DateStyle");
    return new InputSettings(
        dateStyle == null ? InputSettings.DEFAULT.dateStyle() : dateStyle,
        zone(context.setting("TimeZone")));
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw PgException.notSupported("reading times in the time zone " + name).withCause(e);
    }
  }

  static boolean isSqlStandard(PlanningContext context) {
    return "sql_standard".equals(context.setting("IntervalStyle"));
  }
}
