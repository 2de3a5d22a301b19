package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.input.NumberInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * Texts read as numbers and truth values, and floats written, by the rules of PostgreSQL's input
 * and output functions.
 *
 * <p>Source: {@code src/backend/utils/adt/numutils.c}, {@code bool.c}, {@code float.c}.
 */
final class InputFunctions {
  private static final String BLANKS = " \t\n\u000b\f\r";

  private InputFunctions() {}

  static int int2(String text) {
    return (int) integer(text, "smallint", Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static int int4(String text) {
    return (int) integer(text, "integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static long int8(String text) {
    return integer(text, "bigint", Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * An oid or an xid; a negative number counts from the end (uint32in_subr).
   *
   * @param type oid or xid
   */
  static long oid(String text, String type) {
    try {
      return Long.parseLong(NumberInput.integer(text, PgTypes.OID));
    } catch (PgException e) {
      throw new PgException(e.state(), e.getMessage().replace("type oid", "type " + type));
    }
  }

  private static long integer(String text, String type, long least, long most) {
    String body = strip(text);
    boolean negative = body.startsWith("-");
    if (negative || body.startsWith("+")) {
      body = body.substring(1);
    }
    int base = 10;
    if (body.length() > 1 && body.charAt(0) == '0') {
      base =
          switch (body.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
    }
    String digits = digits(base == 10 ? body : body.substring(2), base, base != 10);
    if (digits == null) {
      throw invalid(type, text);
    }
    BigInteger value = new BigInteger(digits, base);
    if (negative) {
      value = value.negate();
    }
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw outOfRange("value \"" + text + "\" is out of range for type " + type);
    }
    return value.longValue();
  }

  /** The digits without underscores, each of which stands before a digit; null when malformed. */
  private static String digits(String text, int base, boolean leadingUnderscore) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        boolean digitNext = i + 1 < text.length() && digit(text.charAt(i + 1), base);
        if (!digitNext || (i == 0 && !leadingUnderscore)) {
          return null;
        }
      } else if (digit(c, base)) {
        digits.append(c);
      } else {
        return null;
      }
    }
    return digits.isEmpty() ? null : digits.toString();
  }

  private static boolean digit(char c, int base) {
    return c < 128 && Character.digit(c, base) >= 0;
  }

  static boolean bool(String text) {
    String word = strip(text).toLowerCase(Locale.ROOT);
    if (!word.isEmpty()) {
      if (word.equals("1")
          || word.equals("on")
          || "true".startsWith(word)
          || "yes".startsWith(word)) {
        return true;
      }
      if (word.equals("0")
          || "false".startsWith(word)
          || "no".startsWith(word)
          || word.equals("of")
          || word.equals("off")) {
        return false;
      }
    }
    throw invalid("boolean", text);
  }

  /** A float's text as the engine reads it: a number, {@code inf}, {@code -inf} or {@code nan}. */
  static String floating(String text, boolean wide) {
    String type = wide ? "double precision" : "real";
    String body = strip(text);
    String word = body.toLowerCase(Locale.ROOT);
    String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return word.startsWith("-") ? "-inf" : "inf";
    }
    if (unsigned.equals("nan")) {
      return "nan";
    }
    if (!isDecimal(unsigned)) {
      throw invalid(type, text);
    }
    double value = wide ? Double.parseDouble(word) : Float.parseFloat(word);
    boolean zero = unsigned.split("e")[0].chars().noneMatch(c -> c >= '1' && c <= '9');
    if (Double.isInfinite(value) || (value == 0 && !zero)) {
      throw outOfRange("\"" + body + "\" is out of range for type " + type);
    }
    return word;
  }

  /** A numeric's text in plain digits. */
  static String numeric(String text) {
    String body = strip(text);
    String word = body.toLowerCase(Locale.ROOT);
    String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    if (List.of("nan", "inf", "infinity").contains(unsigned)) {
      throw PgException.notSupported("the numeric value " + body);
    }
    if (isDecimal(unsigned)) {
      BigDecimal value = new BigDecimal(word);
      return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    }
    try {
      if (unsigned.length() > 2 && "xob".indexOf(unsigned.charAt(1)) >= 0) {
        int base = unsigned.charAt(1) == 'x' ? 16 : unsigned.charAt(1) == 'o' ? 8 : 2;
        String digits = digits(unsigned.substring(2), base, true);
        if (unsigned.charAt(0) == '0' && digits != null) {
          BigInteger value = new BigInteger(digits, base);
          return (word.startsWith("-") ? value.negate() : value).toString();
        }
      }
      if (unsigned.indexOf('_') > 0
          && unsigned.matches("(\\d+(_\\d+)*)?(\\.(\\d+(_\\d+)*)?)?(e[+-]?\\d+(_\\d+)*)?")) {
        return numeric(word.replace("_", ""));
      }
    } catch (NumberFormatException e) {
      throw invalid("numeric", text);
    }
    throw invalid("numeric", text);
  }

  private static boolean isDecimal(String text) {
    int i = 0;
    int digits = 0;
    boolean point = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    if (i == text.length()) {
      return true;
    }
    if (text.charAt(i) != 'e') {
      return false;
    }
    i++;
    if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
      i++;
    }
    return i < text.length()
        && text.length() - i < 9
        && text.substring(i).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * A float as PostgreSQL shows it.
   *
   * @param text the engine's shortest text that reads back as the same value
   * @param precision 15 for float8, 6 for float4: from that exponent on it is written with one
   */
  static String floatText(String text, int precision) {
    switch (text) {
      case "inf":
        return "Infinity";
      case "-inf":
        return "-Infinity";
      case "nan", "-nan":
        return "NaN";
      default:
        break;
    }
    String sign = text.startsWith("-") ? "-" : "";
    BigDecimal value = new BigDecimal(text).abs();
    if (value.signum() == 0) {
      return sign + "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -4 && exponent < precision) {
      return sign + (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
    String digits = stripped.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + String.format("%02d", Math.abs(exponent));
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && BLANKS.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static PgException invalid(String type, String text) {
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type " + type + ": \"" + text + "\"");
  }

  private static PgException outOfRange(String message) {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, message);
  }
}
