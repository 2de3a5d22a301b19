package io.duckgres.pgtype.datetime;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time zones as POSIX writes them: an abbreviation and an offset, whose sign is opposite to ISO
 * 8601's.
 *
 * @see <a href="https://www.postgresql.org/docs/17/datetime-posix-timezone-specs.html">POSIX Time
 *     Zone Specifications</a>
 */
final class PosixZone {
  private static final int MOST_SECONDS = 18 * 3600;

  private PosixZone() {}

  /** The zone, null when it is none or has a summer time that the engine does not know. */
  static ZoneId of(String text) {
    int at = abbreviation(text, 0);
    return at < 0 || at == text.length() ? null : offset(text, at);
  }

  /** The same, where the abbreviation may be missing. */
  static ZoneId ofSetting(String text) {
    boolean none = !text.isEmpty() && "+-0123456789".indexOf(text.charAt(0)) >= 0;
    return none ? offset(text, 0) : of(text);
  }

  private static ZoneId offset(String text, int at) {
    char sign = text.charAt(at);
    int from = sign == '-' || sign == '+' ? at + 1 : at;
    int seconds = 0;
    int end = from;
    for (int i = 0; i < 3; i++) {
      int digits = NumberPrefix.digits(text, end);
      if (digits == 0 || digits > 3) {
        return null;
      }
      int part = Integer.parseInt(text.substring(end, end + digits));
      if (i > 0 && part > 59) {
        return null;
      }
      seconds += part * (i == 0 ? 3600 : i == 1 ? 60 : 1);
      end += digits;
      if (end == text.length() || text.charAt(end) != ':') {
        break;
      }
      end++;
    }
    if (end != text.length() || seconds > MOST_SECONDS) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds(sign == '-' ? seconds : -seconds);
  }

  /** Where an abbreviation ends, in angle brackets or without; -1 when there is none. */
  private static int abbreviation(String text, int from) {
    if (from < text.length() && text.charAt(from) == '<') {
      int end = text.indexOf('>', from);
      return end < 0 ? -1 : end + 1;
    }
    int at = from;
    while (at < text.length() && FieldToken.isLetter(text.charAt(at))) {
      at++;
    }
    return at == from ? -1 : at;
  }
}
