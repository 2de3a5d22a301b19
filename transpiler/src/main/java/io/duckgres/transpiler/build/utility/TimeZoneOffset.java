package io.duckgres.transpiler.build.utility;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.IntervalText;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.pgtype.datetime.StringSink;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Time zones given as an offset from UTC, in the POSIX notation that SHOW prints for them.
 *
 * <p>Source: {@code src/timezone/pgtz.c} (pg_tzset_offset).
 */
final class TimeZoneOffset {
  private static final int SECONDS_PER_HOUR = 3600;

  private TimeZoneOffset() {}

  /**
   * @param hours hours east of UTC
   */
  static String ofHours(String hours) {
    BigDecimal seconds = new BigDecimal(hours).multiply(BigDecimal.valueOf(SECONDS_PER_HOUR));
    return ofSeconds(seconds.setScale(0, RoundingMode.DOWN).longValue());
  }

  /**
   * @param interval hours, or hours and minutes with a colon between, with or without a sign
   * @return null when it is written in any other way
   */
  static String ofInterval(String interval) {
    String text = interval.strip();
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      text = text.substring(1);
    }
    String[] parts = text.split(":", -1);
    long seconds = 0;
    long unit = SECONDS_PER_HOUR;
    for (String part : parts) {
      boolean digits = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits || part.length() > 3 || unit == 0) {
        return null;
      }
      seconds += Long.parseLong(part) * unit;
      unit /= 60;
    }
    return ofSeconds(negative ? -seconds : seconds);
  }

  /**
   * @param interval without months and days
   * @throws PgException 22023
   */
  static String of(IntervalValue interval) {
    if (interval.months() != 0 || interval.days() != 0) {
      StringSink text = new StringSink();
      new IntervalText("postgres")
          .write(interval.months(), interval.days(), interval.micros(), text);
      throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid value for parameter \"TimeZone\": \"INTERVAL '" + text + "'\"")
          .withDetail(
              "Cannot specify "
                  + (interval.months() != 0 ? "months" : "days")
                  + " in time zone interval.");
    }
    return ofSeconds(interval.micros() / 1_000_000);
  }

  private static String ofSeconds(long east) {
    long absolute = Math.abs(east);
    StringBuilder offset = new StringBuilder(twoDigits(absolute / SECONDS_PER_HOUR));
    long minutes = absolute / 60 % 60;
    long seconds = absolute % 60;
    if (minutes != 0 || seconds != 0) {
      offset.append(':').append(twoDigits(minutes));
    }
    if (seconds != 0) {
      offset.append(':').append(twoDigits(seconds));
    }
    // POSIX counts westwards, the name between brackets eastwards.
    return east < 0 ? "<-" + offset + ">+" + offset : "<+" + offset + ">-" + offset;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
