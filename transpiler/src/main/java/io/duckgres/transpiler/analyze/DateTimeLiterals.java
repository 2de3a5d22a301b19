package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.input.DateTimeLiteral;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.unparse.EngineTypeNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Literals of dates and times, by the session's DateStyle and TimeZone. Those that mean another
 * time each day become the engine's clock, since plans are kept.
 */
final class DateTimeLiterals {
  private DateTimeLiterals() {}

  static SqlNode convert(PgLiteral literal, PgType base, PgType type, PlanningContext context) {
    String text = literal.text();
    DateTimeParser.Relative relative = DateTimeLiteral.relative(text, base, settings(context));
    if (relative != null) {
      return new TemplateCall(
          literal.getParserPosition(),
          Template.parse(clock(relative, base)),
          List.of(),
          ExpressionType.of(type));
    }
    return new PgLiteral(
        literal.getParserPosition(),
        DateTimeLiteral.normal(text, base, settings(context)),
        ExpressionType.of(type));
  }

  /** The engine's clock, or a day counted from its today and a time of that day. */
  private static String clock(DateTimeParser.Relative relative, PgType type) {
    if (relative.now()) {
      return clockOf(type);
    }
    String day = "(current_date + " + relative.days() + ")";
    if (type.equals(PgTypes.DATE)) {
      return day;
    }
    String time = "(CAST(" + day + " AS TIMESTAMP) + to_microseconds(" + relative.micros() + "))";
    if (type.equals(PgTypes.TIMESTAMP)) {
      return time;
    }
    if (type.equals(PgTypes.TIMESTAMPTZ)) {
      return relative.offset() == null
          ? "CAST(" + time + " AS TIMESTAMP WITH TIME ZONE)"
          : "timezone('UTC', " + time + " - to_seconds(" + relative.offset() + "))";
    }
    throw PgException.notSupported("a time of day relative to today");
  }

  private static String clockOf(PgType type) {
    return type.equals(PgTypes.TIME)
        ? "CAST(CAST(now() AS TIMESTAMP) AS TIME)"
        : "CAST(now() AS " + EngineTypeNames.of(ExpressionType.of(type)) + ")";
  }

  /** What the session's settings make of texts of dates and times. */
  static InputSettings settings(PlanningContext context) {
    String dateStyle = context.setting("DateStyle");
    return new InputSettings(
        dateStyle == null ? InputSettings.DEFAULT.dateStyle() : dateStyle,
        zone(context.setting("TimeZone")));
  }

  private static ZoneId zone(String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    ZoneId zone = TimeZoneNames.zoneOrOffset(name);
    if (zone == null) {
      throw PgException.notSupported("reading times in the time zone " + name);
    }
    return zone;
  }

  static boolean isSqlStandard(PlanningContext context) {
    return "sql_standard".equals(context.setting("IntervalStyle"));
  }
}
