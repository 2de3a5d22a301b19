package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times as PostgreSQL reads them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/datetime-input-rules.html">Date/Time Input
 *     Interpretation</a>
 */
public final class DateTimeParser {
  /** Julian day 0, as PostgreSQL counts. */
  private static final LocalDate FIRST_DATE = LocalDate.of(-4713, 11, 24);

  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
  private static final LocalDateTime FIRST_TIMESTAMP = FIRST_DATE.atStartOfDay();
  private static final LocalDateTime END_OF_TIMESTAMPS = LocalDateTime.of(294_277, 1, 1, 0, 0);
  private static final int MOST_OFFSET = 16 * 3600 - 1;

  private DateTimeParser() {}

  /**
   * A value that means another time each day.
   *
   * @param now the moment at which the transaction began
   * @param days after today, where it is not now
   * @param micros of the day
   * @param offset seconds east of UTC; null when the text names no zone
   */
  public record Relative(boolean now, int days, long micros, Integer offset) {}

  /** What is relative in a text, null when nothing is or it is no date and time at all. */
  public static Relative relative(String text, boolean timeOnly, InputSettings settings) {
    try {
      DateTimeDecoder decoder =
          timeOnly
              ? DateTimeDecoder.timeOnly(text, settings)
              : DateTimeDecoder.dateTime(text, settings);
      int reserved = decoder.reserved();
      if (reserved == 0 || reserved > DateTimeWords.YESTERDAY) {
        return null;
      }
      int days =
          reserved == DateTimeWords.TOMORROW ? 1 : reserved == DateTimeWords.YESTERDAY ? -1 : 0;
      return new Relative(
          reserved == DateTimeWords.NOW,
          days,
          decoder.time().microsOfDay(),
          decoder.hasZone() ? decoder.offset() : null);
    } catch (DecodeException e) {
      return null;
    }
  }

  /** A LocalDate, or the text of an infinity. */
  public static Object parseDate(String text, InputSettings settings) {
    DateTimeDecoder decoder = dateTime(text, "date", settings);
    switch (decoder.reserved()) {
      case DateTimeWords.LATE:
        return "infinity";
      case DateTimeWords.EARLY:
        return "-infinity";
      case DateTimeWords.EPOCH:
        return LocalDate.EPOCH;
      default:
        LocalDate date = decoder.time().date();
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
          throw outOfRange("date", text);
        }
        return date;
    }
  }

  /** A LocalDateTime, or the text of an infinity. */
  public static Object parseTimestamp(String text, InputSettings settings) {
    DateTimeDecoder decoder = dateTime(text, "timestamp", settings);
    return switch (decoder.reserved()) {
      case DateTimeWords.LATE -> "infinity";
      case DateTimeWords.EARLY -> "-infinity";
      case DateTimeWords.EPOCH -> LocalDateTime.of(1970, 1, 1, 0, 0);
      default -> checked(local(decoder), 0, text);
    };
  }

  /** An OffsetDateTime, or the text of an infinity. */
  public static Object parseZonedTimestamp(String text, InputSettings settings) {
    DateTimeDecoder decoder = dateTime(text, "timestamp with time zone", settings);
    return switch (decoder.reserved()) {
      case DateTimeWords.LATE -> "infinity";
      case DateTimeWords.EARLY -> "-infinity";
      case DateTimeWords.EPOCH -> OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
      default -> OffsetDateTime.of(checked(local(decoder), decoder.offset(), text), ZoneOffset.UTC);
    };
  }

  /** A LocalTime, or the text {@code 24:00:00}. */
  public static Object parseTime(String text, InputSettings settings) {
    return time(timeOnly(text, "time", settings).time().microsOfDay());
  }

  /** The text of a time with its offset. */
  public static String parseZonedTime(String text, InputSettings settings) {
    DateTimeDecoder decoder = timeOnly(text, "time with time zone", settings);
    return zonedTime(decoder.time().microsOfDay(), decoder.offset());
  }

  /** A time for the engine; 24:00:00 only as text. */
  public static Object time(long micros) {
    return micros == Instants.MICROS_PER_DAY ? "24:00:00" : LocalTime.ofNanoOfDay(micros * 1000);
  }

  /** A time with an offset for the engine, as text. */
  public static String zonedTime(long micros, int offsetSeconds) {
    StringSink out = new StringSink();
    DateTimeText iso = DateTimeText.iso();
    iso.writeTime(micros, out);
    iso.writeOffset(Math.max(-MOST_OFFSET, Math.min(MOST_OFFSET, offsetSeconds)), out);
    return out.toString();
  }

  private static DateTimeDecoder dateTime(String text, String type, InputSettings settings) {
    try {
      return DateTimeDecoder.dateTime(text, settings);
    } catch (DecodeException e) {
      throw e.error(text, type);
    }
  }

  private static DateTimeDecoder timeOnly(String text, String type, InputSettings settings) {
    try {
      return DateTimeDecoder.timeOnly(text, settings);
    } catch (DecodeException e) {
      throw e.error(text, type);
    }
  }

  private static LocalDateTime local(DateTimeDecoder decoder) {
    return decoder
        .time()
        .date()
        .atStartOfDay()
        .plusSeconds(decoder.time().microsOfDay() / Instants.MICROS_PER_SECOND)
        .plusNanos(decoder.time().microsOfDay() % Instants.MICROS_PER_SECOND * 1000);
  }

  /** The local time in UTC. */
  private static LocalDateTime checked(LocalDateTime local, int offset, String text) {
    LocalDateTime time = local.minusSeconds(offset);
    if (time.isBefore(FIRST_TIMESTAMP) || !time.isBefore(END_OF_TIMESTAMPS)) {
      throw outOfRange("timestamp", text);
    }
    return time;
  }

  private static PgException outOfRange(String what, String text) {
    return new PgException(
        SqlState.DATETIME_FIELD_OVERFLOW, what + " out of range: \"" + text + "\"");
  }
}
