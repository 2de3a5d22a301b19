package io.duckgres.catalog.scalar.format;

import io.duckgres.catalog.scalar.format.DateFields.Slot;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.ZoneOffsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The date and time that the fields of a template mean together.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (do_to_timestamp).
 */
final class ReadDate {
  private static final int MOST_ZONE_HOURS = 15;
  private static final int MICROS = 1_000_000;

  private final String text;
  private final DateFields fields;
  private int year;
  private int month = 1;
  private int day = 1;
  private boolean hasYear;
  private boolean hasMonth;
  private boolean hasDay;
  private int hour;
  private int minute;
  private int second;
  private int micros;

  private ReadDate(String text, DateFields fields) {
    this.text = text;
    this.fields = fields;
  }

  static ReadDate of(String text, String template) {
    DateFields fields =
        template.isEmpty() ? new DateFields() : DateReader.read(text, Template.of(template));
    ReadDate result = new ReadDate(text, fields);
    result.time();
    result.year();
    result.weeksAndDays();
    result.validate();
    return result;
  }

  private int get(Slot slot) {
    return fields.get(slot);
  }

  private void time() {
    int ofDay = get(Slot.SECONDS_OF_DAY);
    hour = get(Slot.HOUR) != 0 ? get(Slot.HOUR) : ofDay / 3600;
    minute = get(Slot.MINUTE) != 0 ? get(Slot.MINUTE) : ofDay / 60 % 60;
    second = get(Slot.SECOND) != 0 ? get(Slot.SECOND) : ofDay % 60;
    if (fields.twelveHours) {
      if (hour < 1 || hour > 12) {
        throw invalid("hour \"" + hour + "\" is invalid for the 12-hour clock")
            .withHint("Use the 24-hour clock, or give an hour between 1 and 12.");
      }
      boolean afternoon = get(Slot.AFTERNOON) != 0;
      if (afternoon && hour < 12) {
        hour += 12;
      } else if (!afternoon && hour == 12) {
        hour = 0;
      }
    }
    micros = get(Slot.MILLISECOND) * 1000 + get(Slot.MICROSECOND);
  }

  private void year() {
    boolean bc = get(Slot.BC) != 0;
    int century = bc ? -get(Slot.CENTURY) : get(Slot.CENTURY);
    if (get(Slot.YEAR) != 0) {
      hasYear = true;
      if (century != 0 && fields.yearDigits <= 2) {
        int ofCentury = get(Slot.YEAR) % 100;
        if (ofCentury == 0) {
          year = century * 100 + (century >= 0 ? 0 : 1);
        } else {
          year =
              century >= 0 ? ofCentury + (century - 1) * 100 : (century + 1) * 100 - ofCentury + 1;
        }
      } else {
        year = bc ? -get(Slot.YEAR) : get(Slot.YEAR);
        year += year < 0 ? 1 : 0;
      }
    } else if (century != 0) {
      hasYear = true;
      year = century >= 0 ? (century - 1) * 100 + 1 : century * 100 + 1;
    }
  }

  private void setDate(int julianDay) {
    LocalDate date = Julian.date(julianDay);
    year = date.getYear();
    month = date.getMonthValue();
    day = date.getDayOfMonth();
    hasYear = true;
    hasMonth = true;
    hasDay = true;
  }

  private void weeksAndDays() {
    if (get(Slot.JULIAN_DAY) != 0) {
      setDate(get(Slot.JULIAN_DAY));
    }
    int dayOfYear = get(Slot.DAY_OF_YEAR);
    int week = get(Slot.WEEK_OF_YEAR);
    if (week != 0) {
      if (fields.isIsoWeek()) {
        int weekday = get(Slot.WEEKDAY);
        int monday = Julian.isoWeekStart(year, week);
        // Sunday is the first day here and the last of an ISO week.
        setDate(weekday == 0 ? monday : weekday > 1 ? monday + weekday - 2 : monday + 6);
      } else {
        dayOfYear = (week - 1) * 7 + 1;
      }
    }
    int ofMonth =
        get(Slot.WEEK_OF_MONTH) != 0 ? (get(Slot.WEEK_OF_MONTH) - 1) * 7 + 1 : get(Slot.DAY);
    if (ofMonth != 0) {
      day = ofMonth;
      hasDay = true;
    }
    if (get(Slot.MONTH) != 0) {
      month = get(Slot.MONTH);
      hasMonth = true;
    }
    if (dayOfYear != 0 && (month <= 1 || day <= 1)) {
      ofDayOfYear(dayOfYear);
    }
  }

  private void ofDayOfYear(int dayOfYear) {
    if (year == 0 && get(Slot.BC) == 0) {
      throw invalid("cannot calculate day of year without year information");
    }
    if (fields.isIsoWeek()) {
      setDate(Julian.isoWeekStart(year, 1) - 1 + dayOfYear);
      return;
    }
    int before = 0;
    int found = 1;
    while (found <= 12) {
      int length = LocalDate.of(year, found, 1).lengthOfMonth();
      if (dayOfYear <= before + length) {
        break;
      }
      before += length;
      found++;
    }
    if (found > 12) {
      before -= LocalDate.of(year, 12, 1).lengthOfMonth();
      before += 31;
    }
    month = month <= 1 ? found : month;
    day = day <= 1 ? dayOfYear - before : day;
    hasMonth = true;
    hasDay = true;
  }

  private void validate() {
    boolean bad =
        hasMonth && (month < 1 || month > 12)
            || hasDay && (day < 1 || day > 31)
            || hasYear && hasMonth && hasDay && day > LocalDate.of(year, month, 1).lengthOfMonth();
    if (bad
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59
        || micros < 0
        || micros >= MICROS) {
      throw new PgException(
          SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
    }
    int zoneHour = get(Slot.ZONE_HOUR);
    int zoneMinute = get(Slot.ZONE_MINUTE);
    if (fields.zoneSign != 0
        && (zoneHour < 0 || zoneHour > MOST_ZONE_HOURS || zoneMinute < 0 || zoneMinute > 59)) {
      throw new PgException(
          SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
          "time zone displacement out of range: \"" + text + "\"");
    }
  }

  /** The date; days that the month does not have count on. */
  LocalDate date() {
    return Julian.date(Julian.day(year, month, day));
  }

  /** The local time, seconds east of UTC counted off when the text has an offset. */
  LocalDateTime utc(ZoneId sessionZone) {
    LocalDateTime local = date().atTime(hour, minute, second, micros * 1000);
    int offset;
    if (fields.zoneSign != 0) {
      offset = fields.zoneSign * (get(Slot.ZONE_HOUR) * 60 + get(Slot.ZONE_MINUTE)) * 60;
    } else if (fields.zone == null) {
      offset = ZoneOffsets.ofLocal(local, sessionZone);
    } else if (fields.zone.zone() == null) {
      offset = fields.zone.seconds();
    } else {
      offset = ZoneOffsets.ofLocal(local, fields.zone.zone());
    }
    return local.minusSeconds(offset);
  }

  /** Digits of the fraction that FF1 to FF6 asked for, 0 for all. */
  int fractionDigits() {
    return fields.fractionDigits;
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_DATETIME_FORMAT, message);
  }
}
