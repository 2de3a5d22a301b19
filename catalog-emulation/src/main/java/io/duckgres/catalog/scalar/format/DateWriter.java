package io.duckgres.catalog.scalar.format;

import io.duckgres.catalog.scalar.format.Template.Kind;
import io.duckgres.catalog.scalar.format.Template.Part;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;
import java.util.Locale;

/**
 * to_char of timestamps and intervals.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (DCH_to_char).
 */
final class DateWriter {
  private static final int NAME_WIDTH = 9;
  private static final int ROMAN_WIDTH = 4;

  private final DateParts parts;
  private final StringBuilder out = new StringBuilder();

  /** Where the value of the pattern in hand begins. */
  private int start;

  private DateWriter(DateParts parts) {
    this.parts = parts;
  }

  static String write(DateParts parts, Template template) {
    DateWriter writer = new DateWriter(parts);
    for (Part part : template.parts()) {
      if (part.kind() == Kind.PATTERN) {
        writer.pattern(part);
      } else {
        writer.out.append(part.text());
      }
    }
    return writer.out.toString();
  }

  private void pattern(Part part) {
    start = out.length();
    Keyword keyword = part.keyword();
    switch (keyword.field()) {
      case HALF_DAY_DOTS -> cased(isAfternoon() ? "P.M." : "A.M.", keyword);
      case HALF_DAY -> cased(isAfternoon() ? "PM" : "AM", keyword);
      case ERA_DOTS -> {
        requireDate();
        cased(parts.year() <= 0 ? "B.C." : "A.D.", keyword);
      }
      case ERA -> {
        requireDate();
        cased(parts.year() <= 0 ? "BC" : "AD", keyword);
      }
      case HOUR_12 ->
          signed(parts.hour() % 12 == 0 ? 12 : parts.hour() % 12, parts.hour() >= 0, 2, part);
      case HOUR_24 -> signed(parts.hour(), 2, part);
      case MINUTE -> signed(parts.minute(), 2, part);
      case SECOND -> signed(parts.second(), 2, part);
      case FRACTION -> fraction(keyword.name().charAt(2) - '0', part);
      case MILLISECOND -> fraction(3, part);
      case MICROSECOND -> fraction(6, part);
      case SECONDS_OF_DAY ->
          number(parts.hour() * 3600 + parts.minute() * 60L + parts.second(), 0, part);
      case ZONE, ZONE_HOUR, ZONE_MINUTE, OFFSET -> {
        requireDate();
        zone(part);
      }
      case MONTH_NAME -> name(Names.MONTHS, parts.month() - 1, true, part);
      case SHORT_MONTH_NAME -> name(Names.SHORT_MONTHS, parts.month() - 1, false, part);
      case DAY_NAME -> name(Names.DAYS, parts.weekday(), true, part);
      case SHORT_DAY_NAME -> name(Names.SHORT_DAYS, parts.weekday(), false, part);
      case MONTH -> signed(parts.month(), 2, part);
      case DAY_OF_YEAR -> number(parts.dayOfYear(), 3, part);
      case ISO_DAY_OF_YEAR ->
          number(Julian.isoDayOfYear(parts.year(), parts.month(), parts.day()), 3, part);
      case DAY -> number(parts.day(), 2, part);
      case WEEKDAY -> {
        requireDate();
        number(parts.weekday() + 1L, 0, part);
      }
      case ISO_WEEKDAY -> {
        requireDate();
        number(parts.weekday() == 0 ? 7 : parts.weekday(), 0, part);
      }
      case WEEK_OF_YEAR -> number((parts.dayOfYear() - 1) / 7 + 1, 2, part);
      case ISO_WEEK -> number(Julian.isoWeek(parts.year(), parts.month(), parts.day()), 2, part);
      case QUARTER -> {
        if (parts.month() != 0) {
          number((parts.month() - 1) / 3 + 1, 0, part);
        }
      }
      case CENTURY -> century(part);
      case YEAR_WITH_COMMA -> {
        int year = shown(parts.year());
        out.append(year / 1000).append(',').append(padded(year - year / 1000 * 1000L, 3));
        ordinal(part);
      }
      case YEAR -> year(shown(parts.year()), part);
      case ISO_YEAR -> year(shown(Julian.isoYear(parts.year(), parts.month(), parts.day())), part);
      case ROMAN_MONTH -> roman(part);
      case WEEK_OF_MONTH -> number((parts.day() - 1) / 7 + 1, 0, part);
      case JULIAN_DAY -> number(Julian.day(parts.year(), parts.month(), parts.day()), 0, part);
      case FIXED -> {
        // It only counts in input.
      }
    }
  }

  private boolean isAfternoon() {
    return parts.hour() % 24 >= 12;
  }

  private void requireDate() {
    if (parts.interval()) {
      throw new PgException(
              SqlState.INVALID_DATETIME_FORMAT,
              "invalid format specification for an interval value")
          .withHint("Intervals are not tied to specific calendar dates.");
    }
  }

  private void cased(String text, Keyword keyword) {
    out.append(keyword.isCapital() ? text : text.toLowerCase(Locale.ROOT));
  }

  private int shown(int year) {
    return parts.interval() || year > 0 ? year : 1 - year;
  }

  private void signed(long value, int width, Part part) {
    signed(value, value >= 0, width, part);
  }

  /** With a place more for the sign of a negative number. */
  private void signed(long value, boolean positive, int width, Part part) {
    number(value, positive ? width : width + 1, part);
  }

  private void number(long value, int width, Part part) {
    out.append(padded(value, part.fillMode() ? 0 : width));
    ordinal(part);
  }

  /** As C's %0*d writes it. */
  private static String padded(long value, int width) {
    String digits = Long.toString(Math.abs(value));
    int zeros = width - digits.length() - (value < 0 ? 1 : 0);
    return (value < 0 ? "-" : "") + "0".repeat(Math.max(0, zeros)) + digits;
  }

  private void fraction(int digits, Part part) {
    long value = parts.micros();
    for (int i = digits; i < 6; i++) {
      value /= 10;
    }
    out.append(padded(value, digits));
    ordinal(part);
  }

  private void zone(Part part) {
    int offset = parts.offset();
    int magnitude = Math.abs(offset);
    char sign = offset >= 0 ? '+' : '-';
    switch (part.keyword().field()) {
      case ZONE -> {
        if (parts.zone() != null) {
          cased(parts.zone(), part.keyword());
        }
      }
      case ZONE_HOUR -> out.append(sign).append(padded(magnitude / 3600, 2));
      case ZONE_MINUTE -> out.append(padded(magnitude % 3600 / 60, 2));
      default -> {
        out.append(sign).append(padded(magnitude / 3600, part.fillMode() ? 0 : 2));
        if (magnitude % 3600 != 0) {
          out.append(':').append(padded(magnitude % 3600 / 60, 2));
        }
      }
    }
  }

  private void name(List<String> names, int at, boolean full, Part part) {
    requireDate();
    String name = names.get(at);
    Keyword keyword = part.keyword();
    String cased =
        keyword.isUpper()
            ? name.toUpperCase(Locale.ROOT)
            : keyword.isCapital() ? name : name.toLowerCase(Locale.ROOT);
    out.append(cased);
    if (full && !part.fillMode() && !part.localized()) {
      out.append(" ".repeat(NAME_WIDTH - name.length()));
    }
  }

  private void century(Part part) {
    int year = parts.year();
    int century = parts.interval() ? year / 100 : year > 0 ? (year - 1) / 100 + 1 : year / 100 - 1;
    boolean wide = century > 99 || century < -99;
    number(century, wide ? 0 : century >= 0 ? 2 : 3, part);
  }

  private void year(int year, Part part) {
    int digits = part.keyword().length();
    int cut =
        switch (digits) {
          case 4 -> year;
          case 3 -> year % 1000;
          case 2 -> year % 100;
          default -> year % 10;
        };
    int width = digits == 1 ? 1 : digits + (shown(parts.year()) >= 0 ? 0 : 1);
    out.append(padded(cut, part.fillMode() && digits > 1 ? 0 : width));
    ordinal(part);
  }

  private void roman(Part part) {
    int month = parts.month();
    if (month == 0 && parts.year() == 0) {
      return;
    }
    int at;
    if (month == 0) {
      at = parts.year() >= 0 ? 0 : 11;
    } else {
      at = month < 0 ? -(month + 1) : 12 - month;
    }
    String name = Names.ROMAN_MONTHS.get(at);
    cased(name, part.keyword());
    if (!part.fillMode()) {
      out.append(" ".repeat(Math.max(0, ROMAN_WIDTH - name.length())));
    }
  }

  /** st, nd, rd or th behind a number. */
  private void ordinal(Part part) {
    if (part.ordinal() == null) {
      return;
    }
    int length = out.length();
    char last = out.charAt(length - 1);
    boolean teen = length > start + 1 && out.charAt(length - 2) == '1';
    String ending =
        teen
            ? "th"
            : switch (last) {
              case '1' -> "st";
              case '2' -> "nd";
              case '3' -> "rd";
              default -> "th";
            };
    out.append(part.ordinal().equals("TH") ? ending.toUpperCase(Locale.ROOT) : ending);
  }
}
