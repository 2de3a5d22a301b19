package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

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
  private static final int LAST_TIMESTAMP_YEAR = 294_276;

  private DateTimeParser() {}

  /** A LocalDate, or the text of an infinity. */
  public static Object parseDate(String text, InputSettings settings) {
    DateTimeFields fields = fields(text, "date", settings);
    return switch (fields.special()) {
      case INFINITY -> "infinity";
      case MINUS_INFINITY -> "-infinity";
      case EPOCH -> LocalDate.EPOCH;
      case NOW, TODAY, TOMORROW, YESTERDAY, ALLBALLS -> relativeDate(fields, settings);
      case NONE -> {
        requireDate(fields, text, "date");
        LocalDate date = date(fields, text);
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
          throw new PgException(
              SqlState.DATETIME_FIELD_OVERFLOW, "date out of range: \"" + text + "\"");
        }
        yield date;
      }
    };
  }

  /** A LocalDateTime, or the text of an infinity. */
  public static Object parseTimestamp(String text, InputSettings settings) {
    String name = "timestamp";
    DateTimeFields fields = fields(text, name, settings);
    return switch (fields.special()) {
      case INFINITY -> "infinity";
      case MINUS_INFINITY -> "-infinity";
      case EPOCH -> LocalDateTime.of(1970, 1, 1, 0, 0);
      case NOW -> micros(LocalDateTime.now(settings.timeZone()));
      case TODAY, TOMORROW, YESTERDAY, ALLBALLS ->
          at(relativeDate(fields, settings), fields.timeMicros());
      case NONE -> {
        requireDate(fields, text, name);
        yield checked(at(date(fields, text), fields.timeMicros()), text);
      }
    };
  }

  /** An OffsetDateTime, or the text of an infinity. */
  public static Object parseZonedTimestamp(String text, InputSettings settings) {
    String name = "timestamp with time zone";
    DateTimeFields fields = fields(text, name, settings);
    return switch (fields.special()) {
      case INFINITY -> "infinity";
      case MINUS_INFINITY -> "-infinity";
      case EPOCH -> OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
      case NOW -> OffsetDateTime.of(micros(LocalDateTime.now(ZoneOffset.UTC)), ZoneOffset.UTC);
      case TODAY, TOMORROW, YESTERDAY, ALLBALLS ->
          zoned(at(relativeDate(fields, settings), fields.timeMicros()), fields, settings);
      case NONE -> {
        requireDate(fields, text, name);
        LocalDateTime local = checked(at(date(fields, text), fields.timeMicros()), text);
        yield zoned(local, fields, settings);
      }
    };
  }

  /** A LocalTime, or the text {@code 24:00:00}. */
  public static Object parseTime(String text, InputSettings settings) {
    return time(timeOf(text, "time", settings).timeMicros());
  }

  /** The text of a time with its offset. */
  public static String parseZonedTime(String text, InputSettings settings) {
    DateTimeFields fields = timeOf(text, "time with time zone", settings);
    ZoneId zone = fields.zone() == null ? settings.timeZone() : fields.zone();
    LocalDate day = fields.hasDate() ? date(fields, text) : LocalDate.now(settings.timeZone());
    long micros = fields.timeMicros();
    long inDay = micros == Instants.MICROS_PER_DAY ? 0 : micros;
    int offset = resolve(at(day, inDay), zone).getOffset().getTotalSeconds();
    return zonedTime(micros, offset);
  }

  private static LocalDateTime checked(LocalDateTime time, String text) {
    if (time.toLocalDate().isBefore(FIRST_DATE) || time.getYear() > LAST_TIMESTAMP_YEAR) {
      throw new PgException(
          SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range: \"" + text + "\"");
    }
    return time;
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
    iso.writeOffset(offsetSeconds, out);
    return out.toString();
  }

  private static DateTimeFields timeOf(String text, String name, InputSettings settings) {
    DateTimeFields fields = fields(text, name, settings);
    if (fields.special() == DateTimeFields.Special.NOW) {
      fields.setTime(LocalDateTime.now(settings.timeZone()).toLocalTime().toNanoOfDay() / 1000);
    } else if (fields.special() != DateTimeFields.Special.ALLBALLS && !fields.hasTime()) {
      throw invalid(text, name);
    }
    return fields;
  }

  private static DateTimeFields fields(String text, String name, InputSettings settings) {
    DateTimeFields fields =
        new DateTimeFields(
            text,
            DateOrder.of(settings.dateStyle()),
            name.startsWith("time") && !name.startsWith("timestamp"));
    if (!fields.read()) {
      throw invalid(text, name);
    }
    return fields;
  }

  private static void requireDate(DateTimeFields fields, String text, String name) {
    if (!fields.hasDate()) {
      throw invalid(text, name);
    }
  }

  private static LocalDate date(DateTimeFields fields, String text) {
    int year = fields.year();
    int month = fields.month();
    int day = fields.day();
    if (fields.bc()) {
      if (year <= 0) {
        throw outOfRange(text);
      }
      year = 1 - year;
    } else if (year == 0 && fields.yearDigits() > 2) {
      throw outOfRange(text);
    }
    if (month < 1 || month > 12) {
      throw outOfRange(text).withHint("Perhaps you need a different \"datestyle\" setting.");
    }
    if (day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      throw day > 31
          ? outOfRange(text).withHint("Perhaps you need a different \"datestyle\" setting.")
          : outOfRange(text);
    }
    return LocalDate.of(year, month, day);
  }

  private static LocalDate relativeDate(DateTimeFields fields, InputSettings settings) {
    LocalDate today = LocalDate.now(settings.timeZone());
    return switch (fields.special()) {
      case TOMORROW -> today.plusDays(1);
      case YESTERDAY -> today.minusDays(1);
      default -> today;
    };
  }

  private static LocalDateTime at(LocalDate date, long micros) {
    long time = Math.max(0, micros);
    return date.atStartOfDay().plusSeconds(time / 1_000_000).plusNanos(time % 1_000_000 * 1000);
  }

  private static LocalDateTime micros(LocalDateTime time) {
    return time.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private static OffsetDateTime zoned(
      LocalDateTime local, DateTimeFields fields, InputSettings settings) {
    ZoneId zone = fields.zone() == null ? settings.timeZone() : fields.zone();
    return resolve(local, zone).toOffsetDateTime();
  }

  /**
   * A local time in a zone. In the hour that is skipped in spring the offset before it counts, in
   * the hour that is repeated in autumn the offset after it.
   */
  private static ZonedDateTime resolve(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap();
  }

  private static PgException invalid(String text, String type) {
    return new PgException(
        SqlState.INVALID_DATETIME_FORMAT,
        "invalid input syntax for type " + type.toLowerCase(Locale.ROOT) + ": \"" + text + "\"");
  }

  static PgException outOfRange(String text) {
    return new PgException(
        SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
  }
}
