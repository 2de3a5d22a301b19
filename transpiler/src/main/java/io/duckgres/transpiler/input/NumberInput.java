package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Text to numbers.
 *
 * <p>Source: {@code src/backend/utils/adt/numutils.c} (pg_strtoint32_safe), {@code float.c}
 * (float8in_internal), {@code numeric.c} (numeric_in).
 */
public final class NumberInput {
  private static final BigInteger OID_MAX = BigInteger.valueOf(0xFFFFFFFFL);

  private static final int MOST_DECIMALS = 16_383;

  private NumberInput() {}

  /**
   * An integer of a type.
   *
   * @return its decimal text
   * @throws PgException 22P02 or 22003; without position
   */
  public static String integer(String text, PgType type) {
    String digits = withoutUnderscores(text.strip(), type, text);
    BigInteger value = parse(digits);
    if (value == null) {
      throw invalid(text, type);
    }
    BigInteger low = lowest(type);
    BigInteger high = highest(type);
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "value \"" + text + "\" is out of range for type " + TypeNames.format(type));
    }
    if (type.equals(PgTypes.OID) && value.signum() < 0) {
      value = value.add(OID_MAX).add(BigInteger.ONE);
    }
    return value.toString();
  }

  private static BigInteger parse(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int radix = 10;
    int digits = start;
    if (text.length() > start + 2 && text.charAt(start) == '0') {
      radix =
          switch (text.charAt(start + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
      digits = radix == 10 ? start : start + 2;
    }
    if (digits == text.length()) {
      return null;
    }
    for (int i = digits; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(text.substring(digits), radix);
    return text.charAt(0) == '-' ? value.negate() : value;
  }

  private static String withoutUnderscores(String text, PgType type, String original) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean between =
          text.charAt(i) != '_'
              || (i > 0
                  && i < text.length() - 1
                  && Character.digit(text.charAt(i + 1), 16) >= 0
                  && Character.isLetterOrDigit(text.charAt(i - 1)));
      if (!between) {
        throw invalid(original, type);
      }
    }
    return text.replace("_", "");
  }

  private static BigInteger lowest(PgType type) {
    if (type.equals(PgTypes.INT2)) {
      return BigInteger.valueOf(Short.MIN_VALUE);
    }
    return type.equals(PgTypes.INT8)
        ? BigInteger.valueOf(Long.MIN_VALUE)
        : BigInteger.valueOf(Integer.MIN_VALUE);
  }

  private static BigInteger highest(PgType type) {
    if (type.equals(PgTypes.INT2)) {
      return BigInteger.valueOf(Short.MAX_VALUE);
    }
    if (type.equals(PgTypes.INT8)) {
      return BigInteger.valueOf(Long.MAX_VALUE);
    }
    return type.equals(PgTypes.OID) ? OID_MAX : BigInteger.valueOf(Integer.MAX_VALUE);
  }

  /**
   * A float4 or float8.
   *
   * @return its text, {@code NaN}, {@code Infinity} or {@code -Infinity}
   * @throws PgException 22P02 or 22003; without position
   */
  public static String floating(String text, PgType type) {
    String trimmed = text.strip();
    String special = special(trimmed);
    if (special != null) {
      return special;
    }
    if (isHexadecimal(trimmed)) {
      return Double.toString(hexadecimal(trimmed, text, type));
    }
    if (!looksNumeric(trimmed)) {
      throw invalid(text, type);
    }
    double value = Double.parseDouble(trimmed);
    boolean single = type.equals(PgTypes.FLOAT4);
    double rounded = single ? (float) value : value;
    boolean underflow = rounded == 0 && new BigDecimal(trimmed).signum() != 0;
    if (Double.isInfinite(rounded) || underflow) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "\"" + trimmed + "\" is out of range for type " + TypeNames.format(type));
    }
    return trimmed;
  }

  /**
   * A numeric, with the decimals that it was written with.
   *
   * @return its plain decimal text, {@code NaN}, {@code Infinity} or {@code -Infinity}
   * @throws PgException 22P02 or 22003; without position
   */
  public static String numeric(String text) {
    String trimmed = text.strip();
    String special = special(trimmed);
    if (special != null) {
      return special;
    }
    if (trimmed.length() > 2 && trimmed.contains("x")
        || trimmed.contains("o")
        || trimmed.contains("_")) {
      return integerLike(trimmed, text);
    }
    if (!looksNumeric(trimmed)) {
      throw invalid(text, PgTypes.NUMERIC);
    }
    BigDecimal value = new BigDecimal(trimmed);
    if (Math.abs((long) value.precision() - value.scale()) > 131072
        || value.scale() > MOST_DECIMALS) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
    }
    return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
  }

  private static String integerLike(String trimmed, String text) {
    String digits = withoutUnderscores(trimmed, PgTypes.NUMERIC, text);
    BigInteger value = parse(digits);
    if (value != null) {
      return value.toString();
    }
    if (!looksNumeric(digits)) {
      throw invalid(text, PgTypes.NUMERIC);
    }
    return new BigDecimal(digits).toPlainString();
  }

  private static String special(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> "NaN";
      case "infinity", "+infinity", "inf", "+inf" -> "Infinity";
      case "-infinity", "-inf" -> "-Infinity";
      default -> null;
    };
  }

  private static boolean isHexadecimal(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.startsWith("0x", start) || text.startsWith("0X", start);
  }

  private static double hexadecimal(String digits, String text, PgType type) {
    boolean exponent = digits.indexOf('p') >= 0 || digits.indexOf('P') >= 0;
    try {
      return Double.parseDouble(exponent ? digits : digits + "p0");
    } catch (NumberFormatException e) {
      throw invalid(text, type);
    }
  }

  /** Digits with at most one point and an exponent: what both Java and PostgreSQL understand. */
  private static boolean looksNumeric(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
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
    if (digits == 0 || i == text.length()) {
      return digits > 0;
    }
    if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
      return false;
    }
    i++;
    if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int exponent = i;
    for (; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return i > exponent;
  }

  private static PgException invalid(String text, PgType type) {
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type " + TypeNames.format(type) + ": \"" + text + "\"");
  }
}
