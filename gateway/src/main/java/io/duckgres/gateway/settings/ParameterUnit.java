package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
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

  private ParameterUnit() {}

  /** The number in the parameter's own unit; a whole one for an integer. */
  static BigDecimal parse(Parameter parameter, String text) {
    String trimmed = text.strip();
    int end = 0;
    while (end < trimmed.length() && "+-.0123456789eE".indexOf(trimmed.charAt(end)) >= 0) {
      end++;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(trimmed.substring(0, end));
    } catch (NumberFormatException e) {
      throw invalid(parameter, text, null);
    }
    String given = trimmed.substring(end).strip();
    if (!given.isEmpty()) {
      number = convert(parameter, text, number, given);
    }
    return parameter.type() == Parameter.Type.INTEGER
        ? number.setScale(0, RoundingMode.HALF_EVEN)
        : number;
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
      return number.stripTrailingZeros().toPlainString();
    }
    BigDecimal amount = number.multiply(base(parameter.unit()));
    String best = null;
    for (Map.Entry<String, BigDecimal> unit : family.entrySet()) {
      if (best == null || amount.remainder(unit.getValue()).signum() == 0) {
        best = unit.getKey();
      }
    }
    return amount.divide(family.get(best)).stripTrailingZeros().toPlainString() + best;
  }

  /** A value as SHOW prints it, in the parameter's own unit and without it. */
  static String plain(Parameter parameter, String shown) {
    return parameter.unit().isEmpty()
        ? shown
        : parse(parameter, shown).stripTrailingZeros().toPlainString();
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
