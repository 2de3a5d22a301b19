package io.duckgres.catalog.scalar.format;

import java.time.LocalDate;

/**
 * Days and weeks as PostgreSQL counts them, also of years, months and days that no calendar has.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (date2j, j2day), {@code timestamp.c}
 * (date2isoweek, date2isoyear, isoweek2j).
 */
final class Julian {
  private static final int DAY_OF_1970 = 2_440_588;

  private Julian() {}

  /** The Julian day; fields out of range count on. */
  static int day(int year, int month, int day) {
    int shiftedMonth = month > 2 ? month + 1 : month + 13;
    int shiftedYear = month > 2 ? year + 4800 : year + 4799;
    int century = shiftedYear / 100;
    int julian = shiftedYear * 365 - 32167;
    julian += shiftedYear / 4 - century + century / 4;
    return julian + 7834 * shiftedMonth / 256 + day;
  }

  static LocalDate date(int julianDay) {
    return LocalDate.ofEpochDay((long) julianDay - DAY_OF_1970);
  }

  /** 0 for Sunday. */
  static int weekday(int julianDay) {
    return Math.floorMod(julianDay + 1, 7);
  }

  /** The Monday of the ISO year's first week. */
  private static int firstMonday(int year) {
    int fourth = day(year, 1, 4);
    return fourth - weekday(fourth - 1);
  }

  static int isoWeek(int year, int month, int day) {
    int julian = day(year, month, day);
    int monday = firstMonday(year);
    if (julian < monday) {
      monday = firstMonday(year - 1);
    }
    int week = (julian - monday) / 7 + 1;
    if (week >= 52) {
      int next = firstMonday(year + 1);
      if (julian >= next) {
        week = (julian - next) / 7 + 1;
      }
    }
    return week;
  }

  static int isoYear(int year, int month, int day) {
    int julian = day(year, month, day);
    int monday = firstMonday(year);
    int isoYear = year;
    if (julian < monday) {
      isoYear--;
      monday = firstMonday(isoYear);
    }
    int week = (julian - monday) / 7 + 1;
    return week >= 52 && julian >= firstMonday(isoYear + 1) ? isoYear + 1 : isoYear;
  }

  static int isoDayOfYear(int year, int month, int day) {
    return day(year, month, day) - isoWeekStart(isoYear(year, month, day), 1) + 1;
  }

  /** Julian day of a week's Monday. */
  static int isoWeekStart(int isoYear, int week) {
    return (week - 1) * 7 + firstMonday(isoYear);
  }
}
