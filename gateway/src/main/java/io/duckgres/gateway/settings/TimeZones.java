package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Values of TimeZone: names of the IANA database, offsets in hours, POSIX specifications. */
public final class TimeZones {
  private static final int SECONDS_PER_HOUR = 3600;
  private static final double MOST_HOURS = 168;
  private static final int MOST_ENGINE_HOURS = 14;

  /**
   * Zones whose offset is no whole number of hours and has not changed since 1950: the engine knows
   * such offsets by no other name.
   */
  private static final Map<Integer, String> BROKEN_OFFSETS =
      Map.of(
          5 * 60 + 30,
          "Asia/Kolkata",
          4 * 60 + 30,
          "Asia/Kabul",
          6 * 60 + 30,
          "Asia/Yangon",
          9 * 60 + 30,
          "Australia/Darwin",
          -9 * 60 - 30,
          "Pacific/Marquesas");

  private TimeZones() {}

  /**
   * The zone of a value that {@link SessionSettings} holds.
   *
   * @param value as SHOW TimeZone prints it
   */
  public static ZoneId zone(String value) {
    ZoneId zone = TimeZoneNames.zoneOrOffset(value);
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /**
   * The zone's name in the IANA database, which has whole hours as {@code Etc/GMT+3} (west).
   *
   * @param value as SHOW TimeZone prints it
   */
  public static String engineName(String value) {
    if (!(zone(value) instanceof ZoneOffset offset) || value.equals("Z")) {
      return zone(value).getId();
    }
    int hours = offset.getTotalSeconds() / SECONDS_PER_HOUR;
    if (offset.getTotalSeconds() % SECONDS_PER_HOUR != 0) {
      return BROKEN_OFFSETS.get(offset.getTotalSeconds() / 60);
    }
    return hours == 0 ? "Etc/GMT" : "Etc/GMT" + (hours < 0 ? "+" : "-") + Math.abs(hours);
  }

  static String canonical(Parameter parameter, String text) {
    String given = text.strip();
    if (given.equalsIgnoreCase("local") || given.equalsIgnoreCase("default")) {
      return parameter.defaultValue();
    }
    if (isNumber(given)) {
      return offset(parameter, text, Double.parseDouble(given));
    }
    ZoneId zone = TimeZoneNames.zoneOrOffset(given);
    if (zone == null) {
      throw ParameterUnit.invalid(parameter, text, null);
    }
    if (zone instanceof ZoneOffset offset) {
      requireEngineZone(offset, text);
      return isPosix(given) ? given : given.toUpperCase(Locale.ROOT);
    }
    return zone.getId();
  }

  private static boolean isPosix(String name) {
    return name.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.length() > start
        && text.substring(start).chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')
        && text.indexOf('.') == text.lastIndexOf('.')
        && !text.endsWith(".");
  }

  /** The engine knows whole hours, and a few others. */
  private static void requireEngineZone(ZoneOffset offset, String text) {
    int seconds = offset.getTotalSeconds();
    boolean broken = seconds % SECONDS_PER_HOUR != 0;
    if (broken && !(seconds % 60 == 0 && BROKEN_OFFSETS.containsKey(seconds / 60))
        || Math.abs(seconds) > MOST_ENGINE_HOURS * SECONDS_PER_HOUR
        || seconds < -12 * SECONDS_PER_HOUR) {
      throw PgException.notSupported("TimeZone = " + text);
    }
  }

  private static String offset(Parameter parameter, String text, double hours) {
    int seconds = (int) Math.round(Math.abs(hours) * SECONDS_PER_HOUR);
    if (Math.abs(hours) > MOST_HOURS) {
      throw ParameterUnit.invalid(parameter, text, null)
          .withDetail("UTC timezone offset is out of range.");
    }
    requireEngineZone(
        ZoneOffset.ofTotalSeconds(
            Math.max(-18 * SECONDS_PER_HOUR, Math.min(18 * SECONDS_PER_HOUR, seconds))
                * (hours < 0 ? -1 : 1)),
        text);
    String amount = String.format(Locale.ROOT, "%02d", seconds / SECONDS_PER_HOUR);
    if (seconds % SECONDS_PER_HOUR != 0) {
      amount += String.format(Locale.ROOT, ":%02d", seconds / 60 % 60);
    }
    return hours < 0 ? "<-" + amount + ">+" + amount : "<+" + amount + ">-" + amount;
  }
}
