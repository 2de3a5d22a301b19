package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import io.duckgres.pgtype.datetime.ZoneOffsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * AT TIME ZONE with any name, abbreviation or POSIX specification of a zone.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_zone, timestamptz_zone), {@code
 * date.c} (timetz_zone).
 */
final class ZoneFunctions {
  private static final long MICROS = 1_000_000L;
  private static final long MICROS_PER_DAY = 86_400L * MICROS;

  private ZoneFunctions() {}

  /** The local time of a moment in a zone, in microseconds since 1970. */
  static Long toLocal(Long micros, String zoneName) {
    return micros + new ZoneOffsets(zone(zoneName)).at(Math.floorDiv(micros, MICROS)) * MICROS;
  }

  /** The moment of a local time in a zone. */
  static Long toUtc(Long micros, String zoneName) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), 0, ZoneOffset.UTC);
    return micros - ZoneOffsets.ofLocal(local, zone(zoneName)) * MICROS;
  }

  /** The same, where the zone may be an offset with a sign (parse_sane_timezone). */
  static Long toUtcStrict(Long micros, String zoneName) {
    char first = zoneName.isEmpty() ? 0 : zoneName.charAt(0);
    if (first >= '0' && first <= '9') {
      throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid input syntax for type numeric time zone: \"" + zoneName + "\"")
          .withHint("Numeric time zones must have \"-\" or \"+\" as first character.");
    }
    if (first == '+' || first == '-') {
      return micros - TimeZoneNames.offset(zoneName) * MICROS;
    }
    return toUtc(micros, zoneName);
  }

  /** The engine's name of a zone; null for offsets that are no whole hours. */
  static String engineName(String name) {
    ZoneId zone = zone(name);
    if (!(zone instanceof ZoneOffset offset)) {
      return zone.getId();
    }
    int seconds = offset.getTotalSeconds();
    if (seconds % 3600 != 0 || Math.abs(seconds) > 12 * 3600) {
      return null;
    }
    int hours = seconds / 3600;
    return hours == 0 ? "Etc/GMT" : "Etc/GMT" + (hours < 0 ? "+" : "-") + Math.abs(hours);
  }

  /**
   * A time of day with another offset.
   *
   * @param text of the engine's, with its offset
   * @param now the moment that decides about summer time, in microseconds since 1970
   */
  static String timeAt(String text, String zoneName, Long now) {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(now, MICROS));
    return shifted(text, zone(zoneName).getRules().getOffset(instant).getTotalSeconds());
  }

  /** A time of day with another offset. */
  static String timeAtOffset(String text, Long seconds) {
    return shifted(text, seconds.intValue());
  }

  private static String shifted(String text, int offset) {
    OffsetTime time = time(text);
    long micros =
        time.toLocalTime().toNanoOfDay() / 1000
            + (offset - time.getOffset().getTotalSeconds()) * MICROS;
    return DateTimeParser.zonedTime(Math.floorMod(micros, MICROS_PER_DAY), offset);
  }

  /** A time of day with offset plus microseconds, which turn it around the clock. */
  static String timePlus(String text, Long micros) {
    OffsetTime time = time(text);
    long sum = time.toLocalTime().toNanoOfDay() / 1000 + micros % MICROS_PER_DAY;
    return DateTimeParser.zonedTime(
        Math.floorMod(sum, MICROS_PER_DAY), time.getOffset().getTotalSeconds());
  }

  /** A time of day with offset, rounded to a number of microseconds. */
  static String timeRounded(String text, Long unit) {
    OffsetTime time = time(text);
    long micros = (time.toLocalTime().toNanoOfDay() / 1000 + unit / 2) / unit * unit;
    return DateTimeParser.zonedTime(micros, time.getOffset().getTotalSeconds());
  }

  private static OffsetTime time(String text) {
    String normal = DateTimeParser.parseZonedTime(text, InputSettings.DEFAULT);
    if (normal.startsWith("24:")) {
      return OffsetTime.parse(padded("00:00:00" + normal.substring(8)));
    }
    return OffsetTime.parse(padded(normal));
  }

  /** Java wants minutes in an offset. */
  private static String padded(String time) {
    int sign = Math.max(time.indexOf('+'), time.indexOf('-'));
    return time.length() - sign == 3 ? time + ":00" : time;
  }

  private static ZoneId zone(String name) {
    TimeZoneNames.Abbreviation abbreviation =
        TimeZoneNames.abbreviation(name.toLowerCase(Locale.ROOT));
    ZoneId zone;
    if (abbreviation != null) {
      zone =
          abbreviation.zone() == null
              ? ZoneOffset.ofTotalSeconds(abbreviation.seconds())
              : abbreviation.zone();
    } else {
      zone = TimeZoneNames.zoneOrOffset(name);
    }
    if (zone == null) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + name + "\" not recognized");
    }
    return zone;
  }
}
