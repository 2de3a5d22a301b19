package io.duckgres.catalog.scalar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * {@code to_char} of numbers, in the C locale.
 *
 * <p>Source: {@code NUM_processor} and {@code NUM_numpart_to_char} in {@code
 * src/backend/utils/adt/formatting.c}.
 */
final class NumberWriter {
  private static final int MOST_ROMAN = 3999;
  private static final int ROMAN_WIDTH = 15;
  private static final String[] HUNDREDS = {
    "", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"
  };
  private static final String[] TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
  private static final String[] ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

  private final NumberFormat format;
  private final StringBuilder out = new StringBuilder();
  private String number;
  private char sign;
  private int blanks;
  private int count;
  private int current;
  private int at;
  private int lastRelevant = -1;
  private boolean signWritten;
  private boolean inNumber;
  private boolean bracket;
  private boolean signBehind;

  private NumberWriter(NumberFormat format) {
    this.format = format;
  }

  /**
   * Formats a number.
   *
   * @param value its text; {@code nan} and {@code inf} for floats
   * @param floatDigits decimal digits of the float type, 0 for exact numbers
   */
  static String format(String value, String template, int floatDigits) {
    return new NumberWriter(new NumberFormat(template)).run(value, floatDigits);
  }

  private String run(String value, int floatDigits) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean special = lower.endsWith("nan") || lower.contains("inf");
    BigDecimal exact = special ? null : exact(value, floatDigits);
    if (format.roman) {
      if (floatDigits == 0) {
        NumericModifiers.integer(value, "integer");
      }
      return roman(exact);
    }
    if (format.scientific) {
      return special
          ? " " + "#".repeat(format.pre) + "." + "#".repeat(format.post + 4)
          : scientific(exact, floatDigits);
    }
    String shown;
    if (special) {
      shown = lower.endsWith("nan") ? "NaN" : lower.startsWith("-") ? "-Infinity" : "Infinity";
    } else {
      BigDecimal scaled = exact.scaleByPowerOfTen(format.multi);
      int post = format.post;
      RoundingMode mode = RoundingMode.HALF_UP;
      if (floatDigits > 0) {
        mode = RoundingMode.HALF_EVEN;
        int whole = scaled.abs().setScale(0, mode).toPlainString().length();
        post = whole >= floatDigits ? 0 : Math.min(post, floatDigits - whole);
        format.post = post;
      }
      shown = scaled.setScale(post, mode).toPlainString();
    }
    sign = shown.startsWith("-") ? '-' : '+';
    number = shown.startsWith("-") ? shown.substring(1) : shown;
    int pre = format.pre + format.multi;
    int point = number.indexOf('.');
    int length = point < 0 ? number.length() : point;
    if (length < pre) {
      blanks = pre - length;
    } else if (length > pre) {
      number = "#".repeat(pre) + "." + "#".repeat(format.post);
    }
    prepare(pre);
    for (NumberFormat.Part part : format.parts) {
      write(part);
    }
    return out.toString();
  }

  private static BigDecimal exact(String value, int floatDigits) {
    if (floatDigits == 0) {
      return new BigDecimal(value);
    }
    return floatDigits > 6
        ? new BigDecimal(Double.parseDouble(value))
        : new BigDecimal(Float.parseFloat(value));
  }

  private void prepare(int pre) {
    bracket = format.bracket;
    signBehind = format.signBehind;
    if (format.plus || format.minus) {
      signWritten = !(format.plus && !format.minus);
    } else {
      if (sign != '-' && format.fill) {
        bracket = false;
      }
      signWritten = sign == '+' && format.fill && !format.sign;
      if (format.sign && !signBehind && format.digitsBeforeSign == format.pre) {
        signBehind = true;
      }
    }
    count = pre + format.post - 1;
    if (format.fill && format.decimal) {
      lastRelevant = number.indexOf('.');
      for (int i = lastRelevant + 1; lastRelevant >= 0 && i < number.length(); i++) {
        if (number.charAt(i) != '0') {
          lastRelevant = i;
        }
      }
      if (lastRelevant >= 0 && format.zeroEnd > blanks) {
        lastRelevant =
            Math.max(lastRelevant, Math.min(format.zeroEnd - blanks, number.length() - 1));
      }
    }
    if (!signWritten && blanks == 0) {
      count++;
    }
  }

  private void write(NumberFormat.Part part) {
    if (part.word() == null) {
      out.append(part.text());
      return;
    }
    switch (part.word()) {
      case "0", "9", ".", "D" -> digit(part.word());
      case ",", "G" -> {
        if (inNumber) {
          out.append(',');
        } else if (!format.fill) {
          out.append(' ');
        }
      }
      case "L" -> out.append(' ');
      case "TH" -> {
        if (number.charAt(0) != '#' && sign != '-' && !format.decimal) {
          String ending = ordinal(number);
          out.append(part.text().charAt(0) == 'T' ? ending.toUpperCase(Locale.ROOT) : ending);
        }
      }
      case "MI" -> {
        if (sign == '-') {
          out.append('-');
        } else if (!format.fill) {
          out.append(' ');
        }
      }
      case "PL" -> {
        if (sign == '+') {
          out.append('+');
        } else if (!format.fill) {
          out.append(' ');
        }
      }
      case "SG" -> out.append(sign);
      default -> {}
    }
  }

  /** A number below one without a zero in the template: blank before the point. */
  private boolean blankBeforePoint() {
    return !format.zero && at == 0 && number.charAt(0) == '0' && format.post != 0;
  }

  private boolean pointIsLast() {
    return lastRelevant >= 0 && number.charAt(lastRelevant) == '.';
  }

  private void digit(String word) {
    inNumber = false;
    if (!signWritten
        && (current >= blanks || format.zero && format.zeroStart == current)
        && (!blankBeforePoint() || pointIsLast())) {
      writeSign();
    }
    char next = at < number.length() ? number.charAt(at) : 0;
    if (current < blanks && (format.zeroStart > current || !format.zero)) {
      if (!format.fill) {
        out.append(' ');
      }
    } else if (format.zero && current < blanks) {
      out.append('0');
      inNumber = true;
    } else {
      if (next == '.') {
        if (!pointIsLast() || format.fill) {
          out.append('.');
        }
      } else if (lastRelevant >= 0 && at > lastRelevant && !word.equals("0")) {
        inNumber = false;
      } else if (blankBeforePoint()) {
        if (!format.fill) {
          out.append(' ');
        } else if (pointIsLast()) {
          out.append('0');
        }
      } else if (next != 0) {
        out.append(next);
        inNumber = true;
      }
      if (next != 0) {
        at++;
      }
    }
    int end = count + (blanks > 0 ? 1 : 0) + (format.decimal ? 1 : 0);
    if (lastRelevant >= 0 && lastRelevant == at) {
      end = current;
    }
    if (current + 1 == end) {
      if (signWritten && bracket) {
        out.append(sign == '+' ? ' ' : '>');
      } else if (format.sign && signBehind) {
        out.append(sign);
      }
    }
    current++;
  }

  private void writeSign() {
    if (format.sign) {
      if (!signBehind) {
        out.append(sign);
        signWritten = true;
      }
      return;
    }
    if (bracket) {
      out.append(sign == '+' ? ' ' : '<');
    } else if (sign == '-') {
      out.append('-');
    } else if (!format.fill) {
      out.append(' ');
    }
    signWritten = true;
  }

  private static String ordinal(String number) {
    int length = number.length();
    char last = number.charAt(length - 1);
    if (length > 1 && number.charAt(length - 2) == '1') {
      return "th";
    }
    return switch (last) {
      case '1' -> "st";
      case '2' -> "nd";
      case '3' -> "rd";
      default -> "th";
    };
  }

  private String roman(BigDecimal value) {
    int whole = 0;
    if (value != null) {
      BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
      whole = rounded.abs().compareTo(BigDecimal.valueOf(MOST_ROMAN)) > 0 ? 0 : rounded.intValue();
    }
    String text =
        whole <= 0
            ? "#".repeat(ROMAN_WIDTH)
            : "M".repeat(whole / 1000)
                + HUNDREDS[whole / 100 % 10]
                + TENS[whole / 10 % 10]
                + ONES[whole % 10];
    for (NumberFormat.Part part : format.parts) {
      if ("RN".equals(part.word())) {
        String shown = part.text().charAt(0) == 'r' ? text.toLowerCase(Locale.ROOT) : text;
        out.append(format.fill ? shown : " ".repeat(ROMAN_WIDTH - shown.length()) + shown);
      } else if (part.word() == null) {
        out.append(part.text());
      }
    }
    return out.toString();
  }

  private String scientific(BigDecimal value, int floatDigits) {
    RoundingMode mode = floatDigits > 0 ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
    if (value.signum() == 0) {
      return " " + BigDecimal.ZERO.setScale(format.post).toPlainString() + "e+00";
    }
    BigDecimal rounded = value.round(new java.math.MathContext(format.post + 1, mode));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits =
        rounded
            .abs()
            .scaleByPowerOfTen(-exponent)
            .setScale(format.post, RoundingMode.HALF_UP)
            .toPlainString();
    return (value.signum() < 0 ? "-" : " ")
        + digits
        + (exponent < 0 ? "e-" : "e+")
        + String.format("%02d", Math.abs(exponent));
  }
}
