package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.DateTimeUnits;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.pgtype.datetime.IntervalParser;
import io.duckgres.pgtype.datetime.StringSink;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import io.duckgres.transpiler.input.DateTimeLiteral;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Dates and times from text and to text, by the session's settings. */
final class DateTimeFunctions {
  private static final String DEFAULT_STYLE = "ISO, MDY";

  private DateTimeFunctions() {}

  /**
   * A date or time as the engine reads it.
   *
   * @param arguments the text, DateStyle (null for the default) and TimeZone
   */
  static String input(Object[] arguments, PgType type) {
    if (arguments[0] == null) {
      return null;
    }
    String style = arguments[1] == null ? DEFAULT_STYLE : (String) arguments[1];
    return DateTimeLiteral.normal(
        (String) arguments[0], type, new InputSettings(style, zone((String) arguments[2])));
  }

  /** An interval as the engine reads it, from a text and IntervalStyle. */
  static String intervalInput(Object[] arguments) {
    return arguments[0] == null
        ? null
        : IntervalParser.parse((String) arguments[0], "sql_standard".equals(arguments[1]))
            .engineText();
  }

  /** An interval as IntervalStyle shows it. */
  static String intervalOutput(Object[] arguments) {
    return arguments[0] == null
        ? null
        : IntervalFunctions.text(
            (String) arguments[0], arguments[1] == null ? "postgres" : (String) arguments[1]);
  }

  /**
   * A date or timestamp as DateStyle shows it.
   *
   * @param arguments microseconds since 1970, DateStyle (null for the default) and TimeZone
   */
  static String output(Object[] arguments, PgType type) {
    if (arguments[0] == null) {
      return null;
    }
    String style = arguments[1] == null ? DEFAULT_STYLE : (String) arguments[1];
    DateTimeText text = new DateTimeText(style, zone((String) arguments[2]));
    StringSink out = new StringSink();
    long micros = (Long) arguments[0];
    if (type.equals(PgTypes.TIMESTAMPTZ)) {
      text.writeZonedTimestamp(micros, out);
    } else if (type.equals(PgTypes.TIMESTAMP)) {
      text.writeTimestamp(micros, out);
    } else {
      text.writeDate((int) Math.floorDiv(micros, 86_400_000_000L), out);
    }
    return out.toString();
  }

  /** The unit that a word names for extract, or date_trunc, of a type. */
  static String unit(String word, String typeName, boolean trunc) {
    PgType type =
        switch (typeName) {
          case "date" -> PgTypes.DATE;
          case "time" -> PgTypes.TIME;
          case "timetz" -> PgTypes.TIMETZ;
          case "timestamp" -> PgTypes.TIMESTAMP;
          case "timestamptz" -> PgTypes.TIMESTAMPTZ;
          default -> PgTypes.INTERVAL;
        };
    return DateTimeUnits.of(word, type, trunc).name();
  }

  private static ZoneId zone(String name) {
    ZoneId zone = name == null ? ZoneOffset.UTC : TimeZoneNames.zoneOrOffset(name);
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
