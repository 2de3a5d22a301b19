package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.datetime.DateOrder.Style;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Dates and times as text, in all of DateStyle's forms. Made for one portal, not thread-safe.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (EncodeDateOnly, EncodeTimeOnly,
 * EncodeDateTime, EncodeTimezone).
 */
public final class DateTimeText {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final String[] WEEKDAYS = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

  private final DateOrder dateOrder;
  private final ZoneOffsets zone;
  private final CivilDate date = new CivilDate();
  private long lastDays = Long.MIN_VALUE;

  /**
   * @param dateStyle as SHOW prints it
   * @param timeZone TimeZone
   */
  public DateTimeText(String dateStyle, ZoneId timeZone) {
    dateOrder = DateOrder.of(dateStyle);
    zone = new ZoneOffsets(timeZone);
  }

  private DateTimeText() {
    dateOrder = new DateOrder(Style.ISO, DateOrder.Order.YMD);
    zone = new ZoneOffsets(ZoneOffset.UTC);
  }

  /** For texts that the engine reads. */
  public static DateTimeText iso() {
    return new DateTimeText();
  }

  public void writeDate(int days, TextSink out) {
    if (days == Instants.DAYS_INFINITY) {
      out.writeAscii("infinity");
      return;
    }
    if (days == Instants.DAYS_MINUS_INFINITY) {
      out.writeAscii("-infinity");
      return;
    }
    dayOf(days);
    writeDateFields(dateOrder.style() == Style.POSTGRES ? '-' : separator(), out);
    writeEra(out);
  }

  public void writeTime(long micros, TextSink out) {
    long seconds = micros / Instants.MICROS_PER_SECOND;
    out.writeTwoDigits((int) (seconds / 3600));
    out.writeByte(':');
    out.writeTwoDigits((int) (seconds / 60 % 60));
    out.writeByte(':');
    out.writeTwoDigits((int) (seconds % 60));
    writeFraction((int) (micros % Instants.MICROS_PER_SECOND), out);
  }

  public void writeTimestamp(long micros, TextSink out) {
    if (!writeInfinity(micros, out)) {
      writeDateAndTime(micros, out);
      writeEra(out);
    }
  }

  public void writeZonedTimestamp(long micros, TextSink out) {
    if (writeInfinity(micros, out)) {
      return;
    }
    long seconds = Math.floorDiv(micros, Instants.MICROS_PER_SECOND);
    int offset = zone.at(seconds);
    writeDateAndTime(micros + offset * Instants.MICROS_PER_SECOND, out);
    if (dateOrder.style() == Style.ISO) {
      writeOffset(offset, out);
    } else {
      writeAbbreviation(seconds, offset, out);
    }
    writeEra(out);
  }

  /** {@code +HH[:MM[:SS]]}. */
  public void writeOffset(int seconds, TextSink out) {
    int magnitude = Math.abs(seconds);
    out.writeByte(seconds < 0 ? '-' : '+');
    out.writeTwoDigits(magnitude / 3600);
    if (magnitude % 3600 != 0) {
      out.writeByte(':');
      out.writeTwoDigits(magnitude / 60 % 60);
    }
    if (magnitude % 60 != 0) {
      out.writeByte(':');
      out.writeTwoDigits(magnitude % 60);
    }
  }

  /** Consecutive values are often of one day. */
  private void dayOf(long days) {
    if (days != lastDays) {
      date.of(days);
      lastDays = days;
    }
  }

  private static boolean writeInfinity(long micros, TextSink out) {
    if (micros == Instants.INFINITY) {
      out.writeAscii("infinity");
      return true;
    }
    if (micros == Instants.MINUS_INFINITY) {
      out.writeAscii("-infinity");
      return true;
    }
    return false;
  }

  private void writeDateAndTime(long micros, TextSink out) {
    long days = Math.floorDiv(micros, Instants.MICROS_PER_DAY);
    long time = micros - days * Instants.MICROS_PER_DAY;
    dayOf(days);
    if (dateOrder.style() == Style.POSTGRES) {
      out.writeAscii(WEEKDAYS[(int) Math.floorMod(days, 7L)]);
      out.writeByte(' ');
      if (dateOrder.dayFirst()) {
        out.writeTwoDigits(date.day());
        out.writeByte(' ');
        out.writeAscii(MONTHS[date.month() - 1]);
      } else {
        out.writeAscii(MONTHS[date.month() - 1]);
        out.writeByte(' ');
        out.writeTwoDigits(date.day());
      }
      out.writeByte(' ');
      writeTime(time, out);
      out.writeByte(' ');
      writeYear(out);
    } else {
      writeDateFields(separator(), out);
      out.writeByte(' ');
      writeTime(time, out);
    }
  }

  private char separator() {
    return switch (dateOrder.style()) {
      case SQL -> '/';
      case GERMAN -> '.';
      default -> '-';
    };
  }

  private void writeDateFields(char separator, TextSink out) {
    if (dateOrder.style() == Style.ISO) {
      writeYear(out);
      out.writeByte('-');
      out.writeTwoDigits(date.month());
      out.writeByte('-');
      out.writeTwoDigits(date.day());
      return;
    }
    boolean dayFirst = dateOrder.dayFirst() || dateOrder.style() == Style.GERMAN;
    out.writeTwoDigits(dayFirst ? date.day() : date.month());
    out.writeByte(separator);
    out.writeTwoDigits(dayFirst ? date.month() : date.day());
    out.writeByte(separator);
    writeYear(out);
  }

  private void writeYear(TextSink out) {
    out.writeDigits(date.year() > 0 ? date.year() : 1 - date.year(), 4);
  }

  private void writeEra(TextSink out) {
    if (date.year() <= 0) {
      out.writeAscii(" BC");
    }
  }

  private static void writeFraction(int micros, TextSink out) {
    if (micros == 0) {
      return;
    }
    out.writeByte('.');
    int digits = 6;
    int rest = micros;
    while (rest % 10 == 0) {
      rest /= 10;
      digits--;
    }
    out.writeDigits(rest, digits);
  }

  /** The zone's abbreviation, its offset where it has none. */
  private void writeAbbreviation(long seconds, int offset, TextSink out) {
    out.writeByte(' ');
    out.writeAscii(abbreviation(zone.zone(), seconds, offset));
  }

  /**
   * What a zone calls its time at a moment: the time zone database's abbreviation, or the offset.
   *
   * @param seconds since 1970
   * @param offset of the zone at that moment, in seconds
   */
  public static String abbreviation(ZoneId zone, long seconds, int offset) {
    boolean daylight = zone.getRules().isDaylightSavings(Instant.ofEpochSecond(seconds));
    String name = TimeZoneNames.printed(zone, offset, daylight);
    if (name != null) {
      return name;
    }
    StringSink out = new StringSink();
    int magnitude = Math.abs(offset);
    out.writeByte(offset < 0 ? '-' : '+');
    out.writeTwoDigits(magnitude / 3600);
    if (magnitude % 3600 != 0) {
      out.writeTwoDigits(magnitude / 60 % 60);
    }
    return out.toString();
  }
}
