package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Names of time zones and their abbreviations.
 *
 * <p>Source: the IANA time zone database; {@code src/timezone/tznames/Default}.
 */
public final class TimeZoneNames {
  /**
   * An abbreviation.
   *
   * @param seconds east of UTC; without meaning where a zone decides
   * @param daylight of summer time
   * @param zone that decides, null for none
   */
  public record Abbreviation(int seconds, boolean daylight, ZoneId zone) {}

  private static final Map<String, String> ZONES = new HashMap<>();
  private static final Map<String, Abbreviation> ABBREVIATIONS = new HashMap<>();

  /** By zone, then by offset and D for daylight saving. */
  private static final Map<String, Map<String, String>> PRINTED = new HashMap<>();

  static {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (!id.startsWith("SystemV/")) {
        ZONES.put(id.toLowerCase(Locale.ROOT), id);
      }
    }
    ZONES.putIfAbsent("est", "-05:00");
    ZONES.putIfAbsent("mst", "-07:00");
    ZONES.putIfAbsent("hst", "-10:00");
    ZONES.putIfAbsent("roc", "Asia/Taipei");
    read(
        "abbreviations.tsv",
        line -> {
          String[] fields = line.split("\t");
          boolean offset = NumberPrefix.ofInt(fields[1], 0).end() > 0;
          String zone = offset ? null : ZONES.get(fields[1].toLowerCase(Locale.ROOT));
          if (offset || zone != null) {
            ABBREVIATIONS.put(
                fields[0],
                new Abbreviation(
                    offset ? Integer.parseInt(fields[1]) : 0,
                    fields.length > 2,
                    offset ? null : ZoneId.of(zone)));
          }
        });
    read(
        "zone-abbreviations.tsv",
        line -> {
          String[] fields = line.split("\t");
          Map<String, String> names = new HashMap<>();
          for (String name : fields[1].split(" ")) {
            String[] parts = name.split("=");
            names.put(parts[0], parts[1]);
          }
          for (String zone : fields[0].split(" ")) {
            PRINTED.put(zone, names);
          }
        });
  }

  private TimeZoneNames() {}

  private static void read(String resource, Consumer<String> line) {
    try (InputStream in = TimeZoneNames.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().filter(text -> !text.startsWith("#")).forEach(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an abbreviation that is read stands for, null for an unknown one; in lower case. */
  public static Abbreviation abbreviation(String word) {
    return ABBREVIATIONS.get(word);
  }

  /** The zone of a name in any case, or of a POSIX specification; null when there is none. */
  public static ZoneId zone(String name) {
    String id = ZONES.get(name.toLowerCase(Locale.ROOT));
    return id == null ? PosixZone.of(name) : ZoneId.of(id);
  }

  /** The same; the POSIX specification may be an offset alone, which counts westwards. */
  public static ZoneId zoneOrOffset(String name) {
    String id = ZONES.get(name.toLowerCase(Locale.ROOT));
    return id == null ? PosixZone.ofSetting(name) : ZoneId.of(id);
  }

  /**
   * Seconds east of UTC of an offset with a sign.
   *
   * @throws PgException 22009 or 22023 when it is none
   */
  public static int offset(String text) {
    try {
      return ZoneOffsetText.seconds(text, 0);
    } catch (DecodeException e) {
      if (e.problem() == DecodeException.Problem.DISPLACEMENT_OVERFLOW) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE, "numeric time zone \"" + text + "\" out of range");
      }
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + text + "\" not recognized");
    }
  }

  /**
   * What a zone calls its time at an offset.
   *
   * @return null when nobody knows
   */
  static String printed(ZoneId zone, int offset, boolean daylight) {
    Map<String, String> names = PRINTED.get(zone.getId());
    if (names == null) {
      return zone instanceof ZoneOffset && offset == 0 ? "UTC" : null;
    }
    String name = names.get(offset + (daylight ? "D" : ""));
    return name != null ? name : names.get(offset + (daylight ? "" : "D"));
  }
}
