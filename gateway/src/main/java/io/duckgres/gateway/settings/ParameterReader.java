package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads a value that a client gives, with the errors of guc.c. */
final class ParameterReader {
  private ParameterReader() {}

  /**
   * The value as SHOW prints it.
   *
   * @param name how the client names the parameter
   * @param current the parameter's value so far, as SHOW prints it
   * @throws PgException 22023 for a value that the parameter can't have, 0A000 for one that we
   *     can't honour
   */
  static String read(Parameter parameter, String name, String text, String current) {
    return switch (parameter.type()) {
      case BOOL -> bool(parameter.called(name), text);
      case ENUM -> label(parameter.called(name), text);
      case INTEGER, REAL -> number(parameter.called(name), text);
      case STRING -> StringParameters.read(parameter, text, current);
    };
  }

  private static String bool(Parameter parameter, String text) {
    String given = text.strip().toLowerCase(Locale.ROOT);
    boolean on =
        isPrefix(given, "true", 1)
            || isPrefix(given, "yes", 1)
            || given.equals("on")
            || given.equals("1");
    boolean off =
        isPrefix(given, "false", 1)
            || isPrefix(given, "no", 1)
            || isPrefix(given, "off", 2)
            || given.equals("0");
    if (!on && !off) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "parameter \"" + parameter.name() + "\" requires a Boolean value");
    }
    if (off && parameter.name().equalsIgnoreCase("standard_conforming_strings")) {
      throw PgException.notSupported("standard_conforming_strings = off");
    }
    return on ? "on" : "off";
  }

  private static boolean isPrefix(String given, String word, int least) {
    return given.length() >= least && word.startsWith(given);
  }

  private static String label(Parameter parameter, String text) {
    for (String label : parameter.labels()) {
      if (label.equalsIgnoreCase(text)) {
        return label;
      }
    }
    String hidden = hidden(parameter, text.toLowerCase(Locale.ROOT));
    if (hidden != null) {
      return hidden;
    }
    throw ParameterUnit.invalid(
        parameter, text, "Available values: " + String.join(", ", parameter.labels()) + ".");
  }

  /** Labels that PostgreSQL takes but does not name. */
  private static String hidden(Parameter parameter, String text) {
    boolean messages = parameter.labels().contains("debug2");
    if (messages && text.equals("debug")) {
      return "debug2";
    }
    if (messages && text.equals("info")) {
      return "info";
    }
    if (!parameter.labels().contains("on") || !parameter.labels().contains("off")) {
      return null;
    }
    return switch (text) {
      case "true", "yes", "1" -> "on";
      case "false", "no", "0" -> "off";
      default -> null;
    };
  }

  private static String number(Parameter parameter, String text) {
    BigDecimal number = ParameterUnit.parse(parameter, text);
    boolean tooSmall = parameter.min() != null && number.compareTo(decimal(parameter.min())) < 0;
    boolean tooLarge = parameter.max() != null && number.compareTo(decimal(parameter.max())) > 0;
    if (tooSmall || tooLarge) {
      String unit = ParameterUnit.suffix(parameter);
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          ParameterUnit.print(parameter, number)
              + unit
              + " is outside the valid range for parameter \""
              + parameter.name()
              + "\" ("
              + parameter.min()
              + unit
              + " .. "
              + parameter.max()
              + unit
              + ")");
    }
    return ParameterUnit.format(parameter, number);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
