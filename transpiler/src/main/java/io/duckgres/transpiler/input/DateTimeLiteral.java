package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.InputSettings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Date and time constants: from any text that PostgreSQL reads to the one that DuckDB reads. */
public final class DateTimeLiteral {
  private DateTimeLiteral() {}

  /** What means another time each day in a text; null when nothing does. */
  public static DateTimeParser.Relative relative(String text, PgType type, InputSettings settings) {
    boolean timeOnly = type.equals(PgTypes.TIME) || type.equals(PgTypes.TIMETZ);
    return DateTimeParser.relative(text, timeOnly, settings);
  }

  /**
   * The text for the engine.
   *
   * @param type date, time, timetz, timestamp or timestamptz
   * @throws io.duckgres.pgtype.PgException 22007, 22008 or 22023; without position
   */
  public static String normal(String text, PgType type, InputSettings settings) {
    if (type.equals(PgTypes.DATE)) {
      return spelled(DateTimeParser.parseDate(text, settings));
    }
    if (type.equals(PgTypes.TIME)) {
      return DateTimeParser.parseTime(text, settings).toString();
    }
    if (type.equals(PgTypes.TIMETZ)) {
      return DateTimeParser.parseZonedTime(text, settings);
    }
    return spelled(
        type.equals(PgTypes.TIMESTAMP)
            ? DateTimeParser.parseTimestamp(text, settings)
            : DateTimeParser.parseZonedTimestamp(text, settings));
  }

  private static String spelled(Object value) {
    if (value instanceof LocalDate date) {
      return date(date) + era(date.getYear());
    }
    if (value instanceof LocalDateTime time) {
      return date(time.toLocalDate()) + era(time.getYear()) + " " + clock(time);
    }
    if (value instanceof OffsetDateTime zoned) {
      LocalDateTime time = zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      return date(time.toLocalDate()) + era(time.getYear()) + " " + clock(time) + "+00";
    }
    return value.toString();
  }

  private static String date(LocalDate date) {
    int year = date.getYear() <= 0 ? 1 - date.getYear() : date.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static String clock(LocalDateTime time) {
    String text =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    int micros = time.getNano() / 1000;
    return micros == 0 ? text : text + String.format(Locale.ROOT, ".%06d", micros);
  }

  private static String era(int year) {
    return year <= 0 ? " (BC)" : "";
  }
}
