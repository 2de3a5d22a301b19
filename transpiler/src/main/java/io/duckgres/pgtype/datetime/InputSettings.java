package io.duckgres.pgtype.datetime;

import java.time.ZoneId;

/**
 * The run-time parameters that decide what the text of a date or time means.
 *
 * @param dateStyle DateStyle as SHOW prints it, for instance {@code ISO, MDY}
 * @param timeZone TimeZone
 */
public record InputSettings(String dateStyle, ZoneId timeZone) {
  /** What a server starts with: ISO, MDY and UTC. */
  public static final InputSettings DEFAULT =
      new InputSettings("ISO, MDY", java.time.ZoneOffset.UTC);
}
