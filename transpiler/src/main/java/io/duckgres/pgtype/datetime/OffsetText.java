package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.time.ZoneOffset;

/**
 * Offsets from UTC as they are written: {@code hh}, {@code hhmm}, {@code hhmmss}, {@code
 * hh:mm[:ss]}.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeTimezone).
 */
final class OffsetText {
  private static final int MAX_OFFSET = 16 * 3600 - 1;

  private OffsetText() {}

  /**
   * Reads an offset.
   *
   * @param sign {@code +} for east of UTC, otherwise {@code -}
   * @param text the whole value, for the error
   * @throws PgException 22009 when no zone can have this offset
   */
  static ZoneOffset parse(char sign, String digits, String text) {
    String[] parts = parts(digits);
    int seconds = 0;
    for (int i = 0; i < 3; i++) {
      String part = i < parts.length ? parts[i] : "0";
      if (part.isEmpty() || part.length() > 4 || i > 0 && Integer.parseInt(part) > 59) {
        throw outOfRange(text);
      }
      seconds = seconds * 60 + Integer.parseInt(part);
    }
    if (parts.length > 3 || seconds > MAX_OFFSET) {
      throw outOfRange(text);
    }
    return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
  }

  /** Hours, minutes and seconds; digits without colons are cut into pairs from the right. */
  private static String[] parts(String digits) {
    String[] parts = digits.split(":", -1);
    if (parts.length > 1 || digits.length() <= 2) {
      return parts;
    }
    int last = digits.length() - 2;
    return digits.length() <= 4
        ? new String[] {digits.substring(0, last), digits.substring(last)}
        : new String[] {
          digits.substring(0, last - 2), digits.substring(last - 2, last), digits.substring(last)
        };
  }

  private static PgException outOfRange(String text) {
    return new PgException(
        SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
        "time zone displacement out of range: \"" + text + "\"");
  }
}
