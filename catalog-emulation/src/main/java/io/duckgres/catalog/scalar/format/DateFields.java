package io.duckgres.catalog.scalar.format;

import io.duckgres.catalog.scalar.format.Keyword.Calendar;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the patterns of a template have read.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (TmFromChar).
 */
final class DateFields {
  /** Fields that patterns set; several patterns may set one, to the same value. */
  enum Slot {
    HOUR,
    AFTERNOON,
    MINUTE,
    SECOND,
    SECONDS_OF_DAY,
    WEEKDAY,
    DAY,
    DAY_OF_YEAR,
    MONTH,
    MILLISECOND,
    MICROSECOND,
    YEAR,
    BC,
    WEEK_OF_YEAR,
    WEEK_OF_MONTH,
    CENTURY,
    JULIAN_DAY,
    ZONE_HOUR,
    ZONE_MINUTE
  }

  private final Map<Slot, Integer> values = new EnumMap<>(Slot.class);
  private Calendar calendar = Calendar.NONE;
  boolean twelveHours;
  int yearDigits;
  int fractionDigits;

  /** 1 or -1 once the sign of an offset is known. */
  int zoneSign;

  TimeZoneNames.Abbreviation zone;

  /** 0 for what is not set. */
  int get(Slot slot) {
    return values.getOrDefault(slot, 0);
  }

  boolean isIsoWeek() {
    return calendar == Calendar.ISO_WEEK;
  }

  /** Sets a field; a value that contradicts an earlier one is an error. */
  void set(Slot slot, int value, Keyword keyword) {
    int before = get(slot);
    if (before != 0 && before != value) {
      throw new PgException(
              SqlState.INVALID_DATETIME_FORMAT,
              "conflicting values for \"" + keyword.name() + "\" field in formatting string")
          .withDetail("This value contradicts a previous setting for the same field type.");
    }
    values.put(slot, value);
  }

  /** Changes a field that has been set. */
  void change(Slot slot, int value) {
    values.put(slot, value);
  }

  void require(Calendar wanted) {
    if (wanted == Calendar.NONE) {
      return;
    }
    if (calendar != Calendar.NONE && calendar != wanted) {
      throw new PgException(
              SqlState.INVALID_DATETIME_FORMAT, "invalid combination of date conventions")
          .withHint("Do not mix Gregorian and ISO week date conventions in a formatting template.");
    }
    calendar = wanted;
  }
}
