package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.pgtype.datetime.Instants;
import io.duckgres.pgtype.datetime.StringSink;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * date, timestamp or timestamptz: days or microseconds since 1970, the infinities as {@link
 * Instants#INFINITY}.
 *
 * @param type which of them
 */
record DateTimeElement(PgType type) implements RangeElement<Long> {
  private static final long LAST_DAY = LocalDate.of(5_874_897, 12, 31).toEpochDay();

  private boolean isDate() {
    return type.equals(PgTypes.DATE);
  }

  @Override
  public Long read(String text, InputSettings settings) {
    if (isDate()) {
      return value(DateTimeParser.parseDate(text, settings));
    }
    return value(
        type.equals(PgTypes.TIMESTAMP)
            ? DateTimeParser.parseTimestamp(text, settings)
            : DateTimeParser.parseZonedTimestamp(text, settings));
  }

  private static Long value(Object parsed) {
    if (parsed instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (parsed instanceof LocalDateTime timestamp) {
      return micros(timestamp);
    }
    if (parsed instanceof OffsetDateTime timestamp) {
      return micros(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
    return parsed.toString().startsWith("-") ? Instants.MINUS_INFINITY : Instants.INFINITY;
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * Instants.MICROS_PER_SECOND + time.getNano() / 1000;
  }

  private static boolean isInfinite(long value) {
    return value == Instants.INFINITY || value == Instants.MINUS_INFINITY;
  }

  @Override
  public String write(Long value, InputSettings settings) {
    DateTimeText text = new DateTimeText(settings.dateStyle(), settings.timeZone());
    StringSink out = new StringSink();
    if (isDate()) {
      text.writeDate(days(value), out);
    } else if (type.equals(PgTypes.TIMESTAMP)) {
      text.writeTimestamp(value, out);
    } else {
      text.writeZonedTimestamp(value, out);
    }
    return out.toString();
  }

  private static int days(long value) {
    return value == Instants.INFINITY
        ? Instants.DAYS_INFINITY
        : value == Instants.MINUS_INFINITY ? Instants.DAYS_MINUS_INFINITY : (int) value;
  }

  @Override
  public int compare(Long left, Long right) {
    return left.compareTo(right);
  }

  @Override
  public Long next(Long value) {
    if (isInfinite(value)) {
      return value;
    }
    if (value == LAST_DAY) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range");
    }
    return value + 1;
  }

  @Override
  public boolean isDiscrete() {
    return isDate();
  }

  @Override
  public byte[] send(Long value) {
    BinaryWriter out = new BinaryWriter();
    if (isDate()) {
      return out.writeInt(
              value == Instants.INFINITY
                  ? Integer.MAX_VALUE
                  : value == Instants.MINUS_INFINITY
                      ? Integer.MIN_VALUE
                      : (int) (value - Instants.DAYS_TO_2000))
          .toBytes();
    }
    return out.writeLong(
            value == Instants.INFINITY
                ? Long.MAX_VALUE
                : value == Instants.MINUS_INFINITY
                    ? Long.MIN_VALUE
                    : value - Instants.MICROS_TO_2000)
        .toBytes();
  }

  @Override
  public Long receive(BinaryReader in) {
    if (isDate()) {
      int days = in.readInt();
      return days == Integer.MAX_VALUE
          ? Instants.INFINITY
          : days == Integer.MIN_VALUE
              ? Instants.MINUS_INFINITY
              : (long) days + Instants.DAYS_TO_2000;
    }
    long micros = in.readLong();
    return micros == Long.MAX_VALUE
        ? Instants.INFINITY
        : micros == Long.MIN_VALUE ? Instants.MINUS_INFINITY : micros + Instants.MICROS_TO_2000;
  }

  @Override
  public String key(Long value) {
    return Keys.of(value);
  }

  @Override
  public String engineText(Long value) {
    String text = write(value, InputSettings.DEFAULT);
    if (!text.endsWith(" BC")) {
      return text;
    }
    // The engine reads the era in parentheses, before the time.
    String date = text.substring(0, text.length() - 3);
    int space = date.indexOf(' ');
    return space > 0 ? date.substring(0, space) + " (BC)" + date.substring(space) : date + " (BC)";
  }
}
