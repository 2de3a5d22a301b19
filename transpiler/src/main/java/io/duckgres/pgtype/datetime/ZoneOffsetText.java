package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.datetime.DecodeException.Problem;

/**
 * Offsets from UTC as they are written: {@code +hh}, {@code +hhmm}, {@code +hh:mm[:ss]}.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeTimezone).
 */
final class ZoneOffsetText {
  private static final int MOST_HOURS = 15;

  private ZoneOffsetText() {}

  /**
   * Reads an offset, up to the end of the text.
   *
   * @return seconds east of UTC
   * @throws DecodeException when it is none, or one that no zone has
   */
  static int seconds(String text, int from) {
    char sign = from < text.length() ? text.charAt(from) : 0;
    if (sign != '+' && sign != '-') {
      throw DecodeException.badFormat();
    }
    NumberPrefix number = NumberPrefix.ofInt(text, from + 1);
    int hours = part(number);
    int minutes = 0;
    int seconds = 0;
    int end = number.end();
    if (end < text.length() && text.charAt(end) == ':') {
      NumberPrefix second = NumberPrefix.ofInt(text, end + 1);
      minutes = part(second);
      end = second.end();
      if (end < text.length() && text.charAt(end) == ':') {
        NumberPrefix third = NumberPrefix.ofInt(text, end + 1);
        seconds = part(third);
        end = third.end();
      }
    } else if (end == text.length() && end - from > 3) {
      minutes = hours % 100;
      hours = hours / 100;
    }
    if (hours < 0 || hours > MOST_HOURS || isNoSixtieth(minutes) || isNoSixtieth(seconds)) {
      throw DecodeException.of(Problem.DISPLACEMENT_OVERFLOW);
    }
    if (end != text.length()) {
      throw DecodeException.badFormat();
    }
    int total = (hours * 60 + minutes) * 60 + seconds;
    return sign == '-' ? -total : total;
  }

  private static boolean isNoSixtieth(int part) {
    return part < 0 || part > 59;
  }

  private static int part(NumberPrefix number) {
    if (number.overflow()) {
      throw DecodeException.of(Problem.DISPLACEMENT_OVERFLOW);
    }
    return (int) number.value();
  }
}
