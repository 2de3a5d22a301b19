package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of TimeZone: names of the IANA database and offsets in hours. */
public final class TimeZones {
  /** PostgreSQL's POSIX form of an offset, for instance {@code <-03>+03}: signs are opposite. */
  private static final Pattern POSIX =
      Pattern.compile("<([+-])(\\d{2})(?::?(\\d{2}))?>[+-]\\d{2}(?::\\d{2})?");

  private static final class Names {
    static final Map<String, String> BY_LOWER_CASE =
        ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("SystemV/"))
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
  }

  private TimeZones() {}

  /**
   * The zone of a value that {@link SessionSettings} holds.
   *
   * @param value as SHOW TimeZone prints it
   */
  public static ZoneId zone(String value) {
    Matcher posix = POSIX.matcher(value);
    if (posix.matches()) {
      int sign = posix.group(1).equals("-") ? -1 : 1;
      int minutes = posix.group(3) == null ? 0 : Integer.parseInt(posix.group(3));
      return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(posix.group(2)), sign * minutes);
    }
    return ZoneId.of(value, ZoneId.SHORT_IDS);
  }

  /**
   * The zone's name in the IANA database, which has whole hours as {@code Etc/GMT+3} (west).
   *
   * @param value as SHOW TimeZone prints it
   */
  public static String engineName(String value) {
    Matcher posix = POSIX.matcher(value);
    if (!posix.matches()) {
      return value;
    }
    int hours = Integer.parseInt(posix.group(2));
    String west = posix.group(1).equals("-") ? "+" : "-";
    return hours == 0 ? "Etc/GMT" : "Etc/GMT" + west + hours;
  }

  static String canonical(Parameter parameter, String text) {
    String given = text.strip();
    String name = Names.BY_LOWER_CASE.get(given.toLowerCase(Locale.ROOT));
    if (name != null) {
      return name;
    }
    if (given.matches("[+-]?\\d+(\\.\\d+)?")) {
      return offset(parameter, text, Double.parseDouble(given));
    }
    if (given.equalsIgnoreCase("local") || given.equalsIgnoreCase("default")) {
      return parameter.defaultValue();
    }
    try {
      if (POSIX.matcher(given).matches()) {
        zone(given);
        return given;
      }
    } catch (DateTimeException e) {
      throw ParameterUnit.invalid(parameter, text, null);
    }
    throw ParameterUnit.invalid(parameter, text, null);
  }

  private static String offset(Parameter parameter, String text, double hours) {
    int minutes = (int) Math.round(Math.abs(hours) * 60);
    if (minutes % 60 != 0) {
      throw PgException.notSupported("TimeZone = " + text);
    }
    if (minutes > 12 * 60) {
      throw ParameterUnit.invalid(parameter, text, null);
    }
    String amount = String.format("%02d", minutes / 60);
    return hours < 0 ? "<-" + amount + ">+" + amount : "<+" + amount + ">-" + amount;
  }
}
