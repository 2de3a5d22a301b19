package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.Locale;

/**
 * Intervals as text, in all of IntervalStyle's forms.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (EncodeInterval).
 */
public final class IntervalText {
  private enum Style {
    POSTGRES,
    POSTGRES_VERBOSE,
    SQL_STANDARD,
    ISO_8601
  }

  private final Style style;
  private long years;
  private long months;
  private long days;
  private long hours;
  private long minutes;
  private long seconds;
  private long micros;
  private boolean isZero;
  private boolean isBefore;

  /**
   * @param intervalStyle IntervalStyle as SHOW prints it
   */
  public IntervalText(String intervalStyle) {
    style = Style.valueOf(intervalStyle.toUpperCase(Locale.ROOT));
  }

  public void write(int totalMonths, int totalDays, long totalMicros, TextSink out) {
    IntervalValue value = new IntervalValue(totalMonths, totalDays, totalMicros);
    if (value.isInfinite()) {
      out.writeAscii(totalMonths > 0 ? "infinity" : "-infinity");
      return;
    }
    years = totalMonths / 12;
    months = totalMonths % 12;
    days = totalDays;
    hours = totalMicros / (3600 * Instants.MICROS_PER_SECOND);
    minutes = totalMicros / (60 * Instants.MICROS_PER_SECOND) % 60;
    seconds = totalMicros / Instants.MICROS_PER_SECOND % 60;
    micros = totalMicros % Instants.MICROS_PER_SECOND;
    isZero = true;
    isBefore = false;
    switch (style) {
      case POSTGRES -> writePostgres(out);
      case POSTGRES_VERBOSE -> writeVerbose(out);
      case SQL_STANDARD -> writeSqlStandard(out);
      case ISO_8601 -> writeIso(out);
      default ->
          throw new PgException(SqlState.INTERNAL_ERROR_, "interval style " + style + " unknown");
    }
  }

  private boolean hasTime() {
    return hours != 0 || minutes != 0 || seconds != 0 || micros != 0;
  }

  private boolean timeIsNegative() {
    return hours < 0 || minutes < 0 || seconds < 0 || micros < 0;
  }

  private void writePostgres(TextSink out) {
    postgresPart(years, "year", out);
    postgresPart(months, "mon", out);
    postgresPart(days, "day", out);
    if (isZero || hasTime()) {
      boolean minus = timeIsNegative();
      out.writeAscii(isZero ? "" : " ");
      out.writeAscii(minus ? "-" : isBefore ? "+" : "");
      writeClock(2, out);
    }
  }

  private void postgresPart(long value, String unit, TextSink out) {
    if (value == 0) {
      return;
    }
    out.writeAscii(isZero ? "" : " ");
    out.writeAscii(isBefore && value > 0 ? "+" : "");
    out.writeDecimal(value);
    out.writeByte(' ');
    out.writeAscii(unit);
    out.writeAscii(value == 1 ? "" : "s");
    // A sign is repeated only where it changes.
    isBefore = value < 0;
    isZero = false;
  }

  private void writeVerbose(TextSink out) {
    out.writeByte('@');
    verbosePart(years, "year", out);
    verbosePart(months, "mon", out);
    verbosePart(days, "day", out);
    verbosePart(hours, "hour", out);
    verbosePart(minutes, "min", out);
    if (seconds != 0 || micros != 0) {
      out.writeByte(' ');
      if (seconds < 0 || micros < 0) {
        if (isZero) {
          isBefore = true;
        } else if (!isBefore) {
          out.writeByte('-');
        }
      } else if (isBefore) {
        out.writeByte('-');
      }
      writeSeconds(1, out);
      out.writeAscii(Math.abs(seconds) != 1 || micros != 0 ? " secs" : " sec");
      isZero = false;
    }
    out.writeAscii(isZero ? " 0" : "");
    out.writeAscii(isBefore ? " ago" : "");
  }

  private void verbosePart(long part, String unit, TextSink out) {
    if (part == 0) {
      return;
    }
    long value = part;
    if (isZero) {
      isBefore = value < 0;
      value = Math.abs(value);
    } else if (isBefore) {
      value = -value;
    }
    out.writeByte(' ');
    out.writeDecimal(value);
    out.writeByte(' ');
    out.writeAscii(unit);
    out.writeAscii(value == 1 ? "" : "s");
    isZero = false;
  }

  private void writeIso(TextSink out) {
    out.writeByte('P');
    if (years == 0 && months == 0 && days == 0 && !hasTime()) {
      out.writeAscii("T0S");
      return;
    }
    isoPart(years, 'Y', out);
    isoPart(months, 'M', out);
    isoPart(days, 'D', out);
    if (hasTime()) {
      out.writeByte('T');
    }
    isoPart(hours, 'H', out);
    isoPart(minutes, 'M', out);
    if (seconds != 0 || micros != 0) {
      out.writeAscii(seconds < 0 || micros < 0 ? "-" : "");
      writeSeconds(1, out);
      out.writeByte('S');
    }
  }

  private static void isoPart(long value, char unit, TextSink out) {
    if (value != 0) {
      out.writeDecimal(value);
      out.writeByte(unit);
    }
  }

  private void writeSqlStandard(TextSink out) {
    boolean negative = years < 0 || months < 0 || days < 0 || timeIsNegative();
    boolean positive =
        years > 0
            || months > 0
            || days > 0
            || hours > 0
            || minutes > 0
            || seconds > 0
            || micros > 0;
    boolean hasYearMonth = years != 0 || months != 0;
    boolean hasDayTime = days != 0 || hasTime();
    if (!negative && !positive) {
      out.writeByte('0');
    } else if (negative && positive || hasYearMonth && hasDayTime) {
      out.writeByte(years < 0 || months < 0 ? '-' : '+');
      yearMonth(out);
      out.writeByte(' ');
      out.writeByte(days < 0 ? '-' : '+');
      out.writeDecimal(Math.abs(days));
      out.writeByte(' ');
      out.writeByte(timeIsNegative() ? '-' : '+');
      writeClock(1, out);
    } else {
      out.writeAscii(negative ? "-" : "");
      if (hasYearMonth) {
        yearMonth(out);
      } else {
        if (days != 0) {
          out.writeDecimal(Math.abs(days));
          out.writeByte(' ');
        }
        writeClock(1, out);
      }
    }
  }

  private void yearMonth(TextSink out) {
    out.writeDecimal(Math.abs(years));
    out.writeByte('-');
    out.writeDecimal(Math.abs(months));
  }

  /** Hours, minutes and seconds without sign. */
  private void writeClock(int hourDigits, TextSink out) {
    out.writeDigits(Math.abs(hours), hourDigits);
    out.writeByte(':');
    out.writeTwoDigits((int) Math.abs(minutes));
    out.writeByte(':');
    writeSeconds(2, out);
  }

  private void writeSeconds(int width, TextSink out) {
    out.writeDigits(Math.abs(seconds), width);
    if (micros != 0) {
      out.writeByte('.');
      long rest = Math.abs(micros);
      int digits = 6;
      while (rest % 10 == 0) {
        rest /= 10;
        digits--;
      }
      out.writeDigits(rest, digits);
    }
  }
}
