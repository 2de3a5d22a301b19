package io.duckgres.value.network;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.InputErrors;

/**
 * The input syntax of macaddr and macaddr8.
 *
 * <p>Source: {@code src/backend/utils/adt/mac.c} (macaddr_in), {@code mac8.c} (macaddr8_in).
 */
final class MacText {
  /** The forms of macaddr: digits of each group, with what separates the groups. */
  private static final String[] FORMS = {
    "x:x:x:x:x:x", "x-x-x-x-x-x", "222:222", "222-222", "22.22.22", "22-22-22", "222222"
  };

  private MacText() {}

  static byte[] six(String text) {
    String body = strip(text);
    for (String form : FORMS) {
      int[] values = match(body, form);
      if (values != null) {
        byte[] address = new byte[6];
        for (int i = 0; i < 6; i++) {
          if (values[i] < 0 || values[i] > 255) {
            throw new PgException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                "invalid octet value in \"macaddr\" value: \"" + text + "\"");
          }
          address[i] = (byte) values[i];
        }
        return address;
      }
    }
    throw InputErrors.invalid("macaddr", text);
  }

  /** Groups {@code x} take any number of digits, groups {@code 2} one or two, as scanf reads. */
  private static int[] match(String text, String form) {
    int[] values = new int[6];
    int group = 0;
    int at = 0;
    for (int i = 0; i < form.length(); i++) {
      char expected = form.charAt(i);
      if (expected != 'x' && expected != '2') {
        if (at >= text.length() || text.charAt(at) != expected) {
          return null;
        }
        at++;
        continue;
      }
      int start = at;
      int limit = expected == '2' ? Math.min(text.length(), at + 2) : text.length();
      long value = 0;
      while (at < limit && hexadecimal(text.charAt(at)) >= 0) {
        value = Math.min(value * 16 + hexadecimal(text.charAt(at)), 1L << 20);
        at++;
      }
      if (at == start) {
        return null;
      }
      values[group++] = (int) value;
    }
    return at == text.length() ? values : null;
  }

  static byte[] eight(String text) {
    byte[] address = new byte[8];
    int count = 0;
    char spacer = 0;
    String body = strip(text);
    int at = 0;
    while (at < body.length()) {
      int high = hexadecimal(body.charAt(at));
      int low = at + 1 < body.length() ? hexadecimal(body.charAt(at + 1)) : -1;
      if (count == 8 || high < 0 || low < 0) {
        throw InputErrors.invalid("macaddr8", text);
      }
      address[count++] = (byte) (high << 4 | low);
      at += 2;
      if (at < body.length() && ":-.".indexOf(body.charAt(at)) >= 0) {
        char c = body.charAt(at);
        if (spacer != 0 && spacer != c) {
          throw InputErrors.invalid("macaddr8", text);
        }
        spacer = c;
        at++;
      }
    }
    if (count == 6) {
      return widened(java.util.Arrays.copyOf(address, 6));
    }
    if (count != 8) {
      throw InputErrors.invalid("macaddr8", text);
    }
    return address;
  }

  /** An address of six bytes with FF:FE in its middle. */
  static byte[] widened(byte[] six) {
    return new byte[] {six[0], six[1], six[2], (byte) 0xFF, (byte) 0xFE, six[3], six[4], six[5]};
  }

  private static int hexadecimal(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
