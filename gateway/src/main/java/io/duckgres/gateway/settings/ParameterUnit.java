package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers with units of memory and time, as guc.c reads and prints them. */
final class ParameterUnit {
  private static final Map<String, BigDecimal> MEMORY = new LinkedHashMap<>();
  private static final Map<String, BigDecimal> TIME = new LinkedHashMap<>();
  private static final BigDecimal KILO = new BigDecimal(1024);

  static {
    BigDecimal size = BigDecimal.ONE;
    for (String unit : List.of("B", "kB", "MB", "GB", "TB")) {
      MEMORY.put(unit, size);
      size = size.multiply(KILO);
    }
    TIME.put("us", BigDecimal.ONE);
    TIME.put("ms", new BigDecimal(1_000));
    TIME.put("s", new BigDecimal(1_000_000));
    TIME.put("min", new BigDecimal(60_000_000));
    TIME.put("h", new BigDecimal(3_600_000_000L));
    TIME.put("d", new BigDecimal(86_400_000_000L));
  }

  private static final BigDecimal MOST = new BigDecimal(Integer.MAX_VALUE);
  private static final BigDecimal LEAST = new BigDecimal(Integer.MIN_VALUE);

  /** Digits of a real number as {@code %g} prints it. */
  private static final int DIGITS = 6;

  private static final int LEAST_EXPONENT = -4;

  private ParameterUnit() {}

  /** The number in the parameter's own unit; a whole one for an integer. */
  static BigDecimal parse(Parameter parameter, String text) {
    String trimmed = text.strip();
    int end = end(trimmed);
    BigDecimal number = number(trimmed.substring(0, end));
    if (number == null) {
      throw invalid(parameter, text, null);
    }
    String given = trimmed.substring(end).strip();
    if (!given.isEmpty()) {
      number = convert(parameter, text, number, given);
    }
    if (parameter.type() != Parameter.Type.INTEGER) {
      return number;
    }
    number = number.setScale(0, RoundingMode.HALF_EVEN);
    if (number.compareTo(MOST) > 0 || number.compareTo(LEAST) < 0) {
      throw invalid(parameter, text, "Value exceeds integer range.");
    }
    return number;
  }

  private static int end(String text) {
    int end = 0;
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    String characters = hexadecimal ? "xX0123456789abcdefABCDEF" : "+-.0123456789eE";
    while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** A number as C reads it: with 0x it is hexadecimal, with 0 before other digits octal. */
  private static BigDecimal number(String text) {
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return new BigDecimal(new BigInteger(text.substring(2), 16));
      }
      boolean octal = text.length() > 1 && text.startsWith("0");
      if (octal && text.chars().allMatch(c -> c >= '0' && c <= '7')) {
        return new BigDecimal(new BigInteger(text, 8));
      }
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static BigDecimal convert(
      Parameter parameter, String text, BigDecimal number, String given) {
    Map<String, BigDecimal> family = family(parameter.unit());
    if (family == null) {
      throw invalid(parameter, text, null);
    }
    BigDecimal factor = family.get(given);
    if (factor == null) {
      throw invalid(parameter, text, "Valid units for this parameter are " + quoted(family) + ".");
    }
    return number
        .multiply(factor)
        .divide(base(parameter.unit()), 10, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  /** As SHOW prints it: in the largest unit that leaves a whole number. */
  static String format(Parameter parameter, BigDecimal number) {
    Map<String, BigDecimal> family = family(parameter.unit());
    if (family == null || number.signum() <= 0) {
      return print(parameter, number);
    }
    BigDecimal amount = number.multiply(base(parameter.unit()));
    String best = null;
    for (Map.Entry<String, BigDecimal> unit : family.entrySet()) {
      if (best == null || amount.remainder(unit.getValue()).signum() == 0) {
        best = unit.getKey();
      }
    }
    return print(parameter, amount.divide(family.get(best))) + best;
  }

  /** An integer with all its digits, a real number as {@code %g} prints it. */
  static String print(Parameter parameter, BigDecimal number) {
    if (parameter.type() == Parameter.Type.INTEGER) {
      return number.stripTrailingZeros().toPlainString();
    }
    BigDecimal rounded =
        number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (rounded.signum() == 0 || exponent >= LEAST_EXPONENT && exponent < DIGITS) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (rounded.signum() < 0 ? "-" : "")
        + mantissa
        + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** A value as SHOW prints it, in the parameter's own unit and without it. */
  static String plain(Parameter parameter, String shown) {
    return parameter.unit().isEmpty() ? shown : print(parameter, parse(parameter, shown));
  }

  /** A value of time as SHOW prints it, in milliseconds. */
  static long milliseconds(Parameter parameter, String shown) {
    return parse(parameter, shown)
        .multiply(base(parameter.unit()))
        .divide(TIME.get("ms"), 0, RoundingMode.DOWN)
        .longValue();
  }

  /** The unit as errors name it. */
  static String suffix(Parameter parameter) {
    return parameter.unit().isEmpty() ? "" : " " + parameter.unit();
  }

  private static Map<String, BigDecimal> family(String unit) {
    return switch (unit) {
      case "B", "kB", "8kB", "MB" -> MEMORY;
      case "ms", "s", "min" -> TIME;
      default -> null;
    };
  }

  private static BigDecimal base(String unit) {
    return unit.equals("8kB") ? KILO.multiply(new BigDecimal(8)) : family(unit).get(unit);
  }

  private static String quoted(Map<String, BigDecimal> family) {
    List<String> names = new ArrayList<>();
    family.keySet().forEach(name -> names.add('"' + name + '"'));
    String last = names.remove(names.size() - 1);
    return String.join(", ", names) + ", and " + last;
  }

  static PgException invalid(Parameter parameter, String text, String hint) {
    PgException error =
        new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid value for parameter \"" + parameter.name() + "\": \"" + text + "\"");
    return hint == null ? error : error.withHint(hint);
  }
}
