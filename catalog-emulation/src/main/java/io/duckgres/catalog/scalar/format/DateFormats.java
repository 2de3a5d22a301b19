package io.duckgres.catalog.scalar.format;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** to_char, to_date and to_timestamp. */
public final class DateFormats {
  private static final LocalDate FIRST_DATE = LocalDate.of(-4713, 11, 24);
  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
  private static final int LAST_TIMESTAMP_YEAR = 294_276;
  private static final long MICROS = 1_000_000L;

  private DateFormats() {}

  /**
   * to_char of a timestamp.
   *
   * @param micros since 1970
   * @return null for an empty template
   */
  public static String timestamp(Long micros, String template) {
    return template.isEmpty()
        ? null
        : DateWriter.write(DateParts.ofTimestamp(micros), Template.of(template));
  }

  /** to_char of a timestamp with time zone, in the session's zone. */
  public static String zoned(Long micros, String template, String zone) {
    return template.isEmpty()
        ? null
        : DateWriter.write(DateParts.ofZoned(micros, zone(zone)), Template.of(template));
  }

  /**
   * to_char of an interval.
   *
   * @return null for an empty template and an infinite interval
   */
  public static String interval(String engineText, String template) {
    IntervalValue value = IntervalValue.ofEngineText(engineText);
    return template.isEmpty() || value.isInfinite()
        ? null
        : DateWriter.write(DateParts.ofInterval(value), Template.of(template));
  }

  /**
   * to_date.
   *
   * @return days since 1970
   */
  public static Integer date(String text, String template) {
    LocalDate date = ReadDate.of(text, template).date();
    if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
      throw new PgException(
          SqlState.DATETIME_FIELD_OVERFLOW, "date out of range: \"" + text + "\"");
    }
    return (int) date.toEpochDay();
  }

  /**
   * to_timestamp.
   *
   * @return microseconds since 1970
   */
  public static Long timestamp(String text, String template, String zone) {
    ReadDate read = ReadDate.of(text, template);
    LocalDateTime utc = read.utc(zone(zone));
    if (utc.toLocalDate().isBefore(FIRST_DATE) || utc.getYear() > LAST_TIMESTAMP_YEAR) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range");
    }
    long micros = utc.toEpochSecond(ZoneOffset.UTC) * MICROS + utc.getNano() / 1000;
    return read.fractionDigits() == 0 ? micros : rounded(micros, read.fractionDigits());
  }

  /** The wall clock as {@code timeofday()} prints it. */
  public static String timeOfDay(String zone) {
    Instant now = Instant.now();
    return zoned(
        now.getEpochSecond() * MICROS + now.getNano() / 1000,
        "Dy Mon DD HH24:MI:SS.US YYYY TZ",
        zone);
  }

  /** Half away from zero, counted from the year 2000. */
  private static long rounded(long micros, int digits) {
    long unit = 1;
    for (int i = digits; i < 6; i++) {
      unit *= 10;
    }
    long since2000 = micros - 946_684_800L * MICROS;
    long half = since2000 >= 0 ? unit / 2 : -unit / 2;
    return (since2000 + half) / unit * unit + 946_684_800L * MICROS;
  }

  private static ZoneId zone(String name) {
    ZoneId zone = TimeZoneNames.zone(name);
    if (zone == null) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + name + "\" not recognized");
    }
    return zone;
  }
}
