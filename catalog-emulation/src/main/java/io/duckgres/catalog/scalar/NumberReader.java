package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.input.NumberInput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * {@code to_number}, in the C locale.
 *
 * <p>Source: {@code NUM_processor} and {@code NUM_numpart_from_char} in {@code
 * src/backend/utils/adt/formatting.c}.
 */
final class NumberReader {
  private final NumberFormat format;
  private final String text;
  private final StringBuilder digits = new StringBuilder();
  private char sign = ' ';
  private int at;
  private int readBefore;
  private int readBehind;
  private boolean point;

  private NumberReader(String text, NumberFormat format) {
    this.text = text;
    this.format = format;
  }

  /**
   * The number of a text.
   *
   * @return null for an empty template
   * @throws PgException 22P02 when no digits are found, 0A000 for RN and EEEE, 22003
   */
  static String read(String text, String template) {
    if (template.isEmpty()) {
      return null;
    }
    NumberFormat format = new NumberFormat(template);
    if (format.scientific) {
      throw unsupported("EEEE");
    }
    if (format.roman) {
      throw unsupported("RN");
    }
    NumberReader reader = new NumberReader(text, format);
    reader.run();
    return reader.result();
  }

  private static PgException unsupported(String pattern) {
    return new PgException(
        SqlState.FEATURE_NOT_SUPPORTED, "\"" + pattern + "\" not supported for input");
  }

  private String result() {
    String number = digits.toString();
    if (number.endsWith(".")) {
      number = number.substring(0, number.length() - 1);
    }
    BigDecimal value = new BigDecimal(NumberInput.numeric(sign + number));
    BigDecimal scaled = value.setScale(readBehind, RoundingMode.HALF_UP);
    int before = format.pre + format.multi;
    if (scaled.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(before)) >= 0) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow")
          .withDetail(
              "A field with precision "
                  + (before + readBehind)
                  + ", scale "
                  + readBehind
                  + " must round to an absolute value less than "
                  + (before == 0 ? "1" : "10^" + before)
                  + ".");
    }
    if (format.multi == 0) {
      return scaled.toPlainString();
    }
    String factor = NumericPowers.power("10", Integer.toString(-format.multi));
    return NumericFunctions.multiply(scaled.toPlainString(), factor);
  }

  private void run() {
    for (NumberFormat.Part part : format.parts) {
      if (at >= text.length()) {
        break;
      }
      if (part.word() == null) {
        int count = part.text().codePointCount(0, part.text().length());
        for (int i = 0; i < count && at < text.length(); i++) {
          at += Character.charCount(text.codePointAt(at));
        }
      } else if (pattern(part.word())) {
        at++;
      }
    }
  }

  /** Whether the character in hand belongs to the pattern. */
  private boolean pattern(String word) {
    switch (word) {
      case "9", "0", ".", "D" -> {
        digit(word.equals("9") || word.equals("0"));
        return true;
      }
      case ",", "G" -> {
        // Reading never counts as being within the number, so FM passes over separators.
        return !format.fill && current() == ',';
      }
      case "L", "TH" -> {
        skip(word.equals("L") ? 1 : 2);
        return false;
      }
      case "MI" -> {
        return signed("-");
      }
      case "PL" -> {
        return signed("+");
      }
      case "SG" -> {
        return signed("+-");
      }
      default -> {
        return false;
      }
    }
  }

  private boolean signed(String signs) {
    if (signs.indexOf(current()) >= 0) {
      sign = current();
      return true;
    }
    skip(1);
    return false;
  }

  /** Passes characters that can't be part of a number. */
  private void skip(int count) {
    for (int i = 0; i < count && at < text.length(); i++) {
      if ("0123456789.,+-".indexOf(text.charAt(at)) >= 0) {
        return;
      }
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean atEnd() {
    return at >= text.length();
  }

  private void digit(boolean isDigitPattern) {
    if (current() == ' ') {
      at++;
    }
    if (atEnd()) {
      return;
    }
    if (sign == ' ' && isDigitPattern && readBefore + readBehind == 0) {
      leadingSign();
    }
    if (atEnd()) {
      return;
    }
    boolean read = false;
    if (isDigit(current())) {
      if (point && readBehind == format.post) {
        return;
      }
      digits.append(current());
      if (point) {
        readBehind++;
      } else {
        readBefore++;
      }
      read = true;
    } else if (format.decimal && !point && current() == '.') {
      digits.append('.');
      point = true;
      read = true;
    }
    if (!atEnd() && sign == ' ' && readBefore + readBehind > 0) {
      trailingSign(read);
    }
  }

  private void leadingSign() {
    char c = current();
    boolean before = format.sign && !format.signBehind;
    if (c == '-' || !before && format.bracket && c == '<') {
      sign = '-';
      at++;
    } else if (c == '+') {
      sign = '+';
      at++;
    }
  }

  private void trailingSign(boolean read) {
    if (format.sign && read && at + 1 < text.length() && !isDigit(text.charAt(at + 1))) {
      char next = text.charAt(at + 1);
      if (next == '-' || next == '+') {
        sign = next;
        at++;
      }
    } else if (!read && !format.sign && (format.plus || format.minus)) {
      char c = current();
      if (c == '-' || c == '+') {
        sign = c;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
