package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which units extract, date_part and date_trunc know of which type.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_part_common,
 * interval_part_common, timestamp_trunc, interval_trunc), {@code date.c} (extract_date,
 * time_part_common, timetz_part_common).
 */
public final class DateTimeUnits {
  private static final Set<DateTimeUnit> OF_DATES =
      EnumSet.of(
          DateTimeUnit.DAY,
          DateTimeUnit.WEEK,
          DateTimeUnit.MONTH,
          DateTimeUnit.QUARTER,
          DateTimeUnit.YEAR,
          DateTimeUnit.DECADE,
          DateTimeUnit.CENTURY,
          DateTimeUnit.MILLENNIUM,
          DateTimeUnit.DOW,
          DateTimeUnit.ISODOW,
          DateTimeUnit.DOY,
          DateTimeUnit.ISOYEAR,
          DateTimeUnit.JULIAN,
          DateTimeUnit.EPOCH);
  private static final Set<DateTimeUnit> OF_TIMES =
      EnumSet.of(
          DateTimeUnit.MICROSECONDS,
          DateTimeUnit.MILLISECONDS,
          DateTimeUnit.SECOND,
          DateTimeUnit.MINUTE,
          DateTimeUnit.HOUR);
  private static final Set<DateTimeUnit> OF_ZONES =
      EnumSet.of(DateTimeUnit.TIMEZONE, DateTimeUnit.TIMEZONE_HOUR, DateTimeUnit.TIMEZONE_MINUTE);
  private static final Set<DateTimeUnit> OF_INTERVALS =
      EnumSet.of(
          DateTimeUnit.DAY,
          DateTimeUnit.MONTH,
          DateTimeUnit.QUARTER,
          DateTimeUnit.YEAR,
          DateTimeUnit.DECADE,
          DateTimeUnit.CENTURY,
          DateTimeUnit.MILLENNIUM,
          DateTimeUnit.EPOCH);

  private static final Set<DateTimeUnit> OF_TRUNC =
      EnumSet.of(
          DateTimeUnit.MICROSECONDS,
          DateTimeUnit.MILLISECONDS,
          DateTimeUnit.SECOND,
          DateTimeUnit.MINUTE,
          DateTimeUnit.HOUR,
          DateTimeUnit.DAY,
          DateTimeUnit.WEEK,
          DateTimeUnit.MONTH,
          DateTimeUnit.QUARTER,
          DateTimeUnit.YEAR,
          DateTimeUnit.DECADE,
          DateTimeUnit.CENTURY,
          DateTimeUnit.MILLENNIUM);

  private DateTimeUnits() {}

  /** Whether extract and date_part know a unit of a type. */
  public static boolean hasPart(PgType type, DateTimeUnit unit) {
    if (type.equals(PgTypes.DATE)) {
      return OF_DATES.contains(unit);
    }
    if (type.equals(PgTypes.INTERVAL)) {
      return OF_INTERVALS.contains(unit) || OF_TIMES.contains(unit);
    }
    boolean zoned = type.equals(PgTypes.TIMESTAMPTZ) || type.equals(PgTypes.TIMETZ);
    if (zoned && OF_ZONES.contains(unit)) {
      return true;
    }
    boolean time = type.equals(PgTypes.TIME) || type.equals(PgTypes.TIMETZ);
    return OF_TIMES.contains(unit) || (time ? unit == DateTimeUnit.EPOCH : OF_DATES.contains(unit));
  }

  /** Whether date_trunc knows a unit of a type. */
  public static boolean hasTrunc(PgType type, DateTimeUnit unit) {
    return OF_TRUNC.contains(unit) && !(unit == DateTimeUnit.WEEK && type.equals(PgTypes.INTERVAL));
  }

  /**
   * The unit that a word names.
   *
   * @param trunc for date_trunc
   * @throws PgException 0A000 or 22023 when the type has no such unit; without position
   */
  public static DateTimeUnit of(String written, PgType type, boolean trunc) {
    String word = written.toLowerCase(Locale.ROOT);
    DateTimeUnit unit = DateTimeUnit.named(word);
    if (unit != null && (trunc ? hasTrunc(type, unit) : hasPart(type, unit))) {
      return unit;
    }
    throw unknown(word, type, unit, trunc);
  }

  private static PgException unknown(String word, PgType type, DateTimeUnit unit, boolean trunc) {
    boolean date =
        type.equals(PgTypes.DATE)
            || type.equals(PgTypes.TIMESTAMP)
            || type.equals(PgTypes.TIMESTAMPTZ);
    boolean known = trunc ? DateTimeUnit.isIntervalUnit(word) : unit != null;
    boolean unsupported = known || !trunc && date && DateTimeUnit.isReserved(word);
    String spelled = TypeNames.format(type);
    if (!unsupported) {
      return new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "unit \"" + word + "\" not recognized for type " + spelled);
    }
    PgException error =
        new PgException(
            SqlState.FEATURE_NOT_SUPPORTED,
            "unit \"" + word + "\" not supported for type " + spelled);
    return trunc && type.equals(PgTypes.INTERVAL) && unit == DateTimeUnit.WEEK
        ? error.withDetail("Months usually have fractional weeks.")
        : error;
  }
}
