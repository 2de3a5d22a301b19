package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeUnit;
import io.duckgres.pgtype.datetime.IntervalText;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.pgtype.datetime.StringSink;
import io.duckgres.transpiler.input.IntervalLiteral;
import java.util.Locale;

/**
 * Arithmetic of intervals, as texts that the engine writes and reads.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c}.
 */
final class IntervalFunctions {
  private static final int DAYS_PER_MONTH = 30;
  private static final int MONTHS_PER_YEAR = 12;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final long MICROS = 1_000_000L;
  private static final long MICROS_PER_DAY = 86_400L * MICROS;

  private IntervalFunctions() {}

  /** An interval as IntervalStyle shows it; without style as postgres does. */
  static String text(String engineText, String style) {
    IntervalValue value = IntervalValue.ofEngineText(engineText);
    StringSink out = new StringSink();
    new IntervalText(style).write(value.months(), value.days(), value.micros(), out);
    return out.toString();
  }

  static String add(String left, String right) {
    IntervalValue a = IntervalValue.ofEngineText(left);
    IntervalValue b = IntervalValue.ofEngineText(right);
    if (a.isInfinite() || b.isInfinite()) {
      if (a.isInfinite() && b.isInfinite() && a.months() != b.months()) {
        throw outOfRange();
      }
      return (a.isInfinite() ? a : b).engineText();
    }
    try {
      return of(
          Math.addExact(a.months(), b.months()),
          Math.addExact(a.days(), b.days()),
          Math.addExact(a.micros(), b.micros()));
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  static String subtract(String left, String right) {
    IntervalValue a = IntervalValue.ofEngineText(left);
    IntervalValue b = IntervalValue.ofEngineText(right);
    if (a.isInfinite() || b.isInfinite()) {
      if (a.isInfinite() && b.isInfinite() && a.months() == b.months()) {
        throw outOfRange();
      }
      return a.isInfinite() ? a.engineText() : infinite(b.months() < 0);
    }
    try {
      return of(
          Math.subtractExact(a.months(), b.months()),
          Math.subtractExact(a.days(), b.days()),
          Math.subtractExact(a.micros(), b.micros()));
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  static String negate(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      return infinite(value.months() < 0);
    }
    try {
      return of(
          Math.negateExact(value.months()),
          Math.negateExact(value.days()),
          Math.negateExact(value.micros()));
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  static String multiply(String interval, Double factor) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (Double.isNaN(factor)) {
      throw outOfRange();
    }
    if (value.isInfinite()) {
      if (factor == 0) {
        throw outOfRange();
      }
      return infinite(value.months() > 0 == factor > 0);
    }
    if (Double.isInfinite(factor)) {
      int sign = value.span().signum();
      if (sign == 0) {
        throw outOfRange();
      }
      return infinite(sign > 0 == factor > 0);
    }
    return scaled(
        value.months() * factor, value.days() * factor, value.micros() * factor, value, factor);
  }

  static String divide(String interval, Double divisor) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (divisor == 0) {
      throw NumericFunctions.divisionByZero();
    }
    if (Double.isNaN(divisor)) {
      throw outOfRange();
    }
    if (value.isInfinite()) {
      if (Double.isInfinite(divisor)) {
        throw outOfRange();
      }
      return infinite(value.months() > 0 == divisor > 0);
    }
    double months = value.months() / divisor;
    double days = value.days() / divisor;
    int wholeMonths = toInt(months);
    int wholeDays = toInt(days);
    double rest = rounded(((months - wholeMonths) * DAYS_PER_MONTH));
    return cascaded(wholeMonths, wholeDays, rest, days - wholeDays, value.micros() / divisor);
  }

  private static String scaled(
      double months, double days, double micros, IntervalValue value, double factor) {
    int wholeMonths = toInt(months);
    int wholeDays = toInt(days);
    double rest = rounded((value.months() * factor - wholeMonths) * DAYS_PER_MONTH);
    return cascaded(wholeMonths, wholeDays, rest, value.days() * factor - wholeDays, micros);
  }

  /** Fractions of months go to days, fractions of days to the time (interval_mul). */
  private static String cascaded(
      int months, int days, double monthRest, double dayRest, double micros) {
    int extraDays = (int) monthRest;
    double seconds = rounded((dayRest + monthRest - extraDays) * SECONDS_PER_DAY);
    if (Math.abs(seconds) >= SECONDS_PER_DAY) {
      int more = (int) (seconds / SECONDS_PER_DAY);
      extraDays += more;
      seconds -= more * SECONDS_PER_DAY;
    }
    double total = Math.rint(micros + seconds * MICROS);
    if (Double.isNaN(total) || total < -0x1p63 || total >= 0x1p63) {
      throw outOfRange();
    }
    try {
      return of(months, Math.addExact(days, extraDays), (long) total);
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  /** To microseconds (TSROUND). */
  private static double rounded(double value) {
    return Math.rint(value * MICROS) / MICROS;
  }

  private static int toInt(double value) {
    if (Double.isNaN(value) || value < Integer.MIN_VALUE || value >= 0x1p31) {
      throw outOfRange();
    }
    return (int) value;
  }

  /** The sum of months, days and microseconds, which are whole numbers of any size. */
  static String sum(String[] parts) {
    try {
      return of(
          Math.toIntExact(Long.parseLong(parts[0])),
          Math.toIntExact(Long.parseLong(parts[1])),
          Long.parseLong(parts[2]));
    } catch (ArithmeticException | NumberFormatException e) {
      throw outOfRange();
    }
  }

  static String average(String[] parts) {
    return divide(sum(parts), Double.valueOf(parts[3]));
  }

  static String justifyHours(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      return value.engineText();
    }
    long days = value.days() + value.micros() / MICROS_PER_DAY;
    long micros = value.micros() % MICROS_PER_DAY;
    if (days > 0 && micros < 0) {
      micros += MICROS_PER_DAY;
      days--;
    } else if (days < 0 && micros > 0) {
      micros -= MICROS_PER_DAY;
      days++;
    }
    return ofWide(value.months(), days, micros);
  }

  static String justifyDays(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      return value.engineText();
    }
    long months = value.months() + (long) (value.days() / DAYS_PER_MONTH);
    long days = value.days() % DAYS_PER_MONTH;
    if (months > 0 && days < 0) {
      days += DAYS_PER_MONTH;
      months--;
    } else if (months < 0 && days > 0) {
      days -= DAYS_PER_MONTH;
      months++;
    }
    return ofWide(months, days, value.micros());
  }

  static String justify(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      return value.engineText();
    }
    long months = value.months();
    long days = value.days();
    long micros = value.micros();
    // Days are brought to months before, where both have one sign, so that the sum of days fits.
    if (days > 0 && micros > 0 || days < 0 && micros < 0) {
      months += days / DAYS_PER_MONTH;
      days %= DAYS_PER_MONTH;
    }
    days += micros / MICROS_PER_DAY;
    micros %= MICROS_PER_DAY;
    months += days / DAYS_PER_MONTH;
    days %= DAYS_PER_MONTH;
    if (months > 0 && (days < 0 || days == 0 && micros < 0)) {
      days += DAYS_PER_MONTH;
      months--;
    } else if (months < 0 && (days > 0 || days == 0 && micros > 0)) {
      days -= DAYS_PER_MONTH;
      months++;
    }
    if (days > 0 && micros < 0) {
      micros += MICROS_PER_DAY;
      days--;
    } else if (days < 0 && micros > 0) {
      micros -= MICROS_PER_DAY;
      days++;
    }
    return ofWide(months, days, micros);
  }

  /** Years, months, weeks, days, hours, minutes and seconds. */
  static String make(Object[] fields) {
    double seconds = (Double) fields[6];
    if (Double.isInfinite(seconds) || Double.isNaN(seconds)) {
      throw outOfRange();
    }
    try {
      int months =
          Math.addExact(
              Math.multiplyExact((Integer) fields[0], MONTHS_PER_YEAR), (Integer) fields[1]);
      int days = Math.addExact(Math.multiplyExact((Integer) fields[2], 7), (Integer) fields[3]);
      long micros = (Integer) fields[4] * 3600L * MICROS + (Integer) fields[5] * 60L * MICROS;
      double more = Math.rint(seconds * MICROS);
      if (more < -0x1p63 || more >= 0x1p63) {
        throw outOfRange();
      }
      return of(months, days, Math.addExact(micros, (long) more));
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  /** Seconds of an interval that stands for a time zone. */
  static Long zoneSeconds(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "interval time zone must be finite");
    }
    if (value.months() != 0 || value.days() != 0) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          String.format(
              Locale.ROOT,
              "interval time zone \"%s\" must not include months or days",
              text(interval, "postgres")));
    }
    return value.micros() / MICROS;
  }

  /**
   * Without what is smaller than a unit (interval_trunc).
   *
   * @param unitName of a {@link DateTimeUnit}
   */
  static String truncate(String unitName, String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      return value.engineText();
    }
    int months = value.months();
    int year = months / MONTHS_PER_YEAR;
    int month = months % MONTHS_PER_YEAR;
    long micros = value.micros();
    return switch (DateTimeUnit.valueOf(unitName)) {
      case MILLENNIUM -> of(year / 1000 * 1000 * MONTHS_PER_YEAR, 0, 0);
      case CENTURY -> of(year / 100 * 100 * MONTHS_PER_YEAR, 0, 0);
      case DECADE -> of(year / 10 * 10 * MONTHS_PER_YEAR, 0, 0);
      case YEAR -> of(year * MONTHS_PER_YEAR, 0, 0);
      case QUARTER -> of(year * MONTHS_PER_YEAR + 3 * (month / 3), 0, 0);
      case MONTH -> of(months, 0, 0);
      case DAY -> of(months, value.days(), 0);
      case HOUR -> of(months, value.days(), micros - micros % (3600 * MICROS));
      case MINUTE -> of(months, value.days(), micros - micros % (60 * MICROS));
      case SECOND -> of(months, value.days(), micros - micros % MICROS);
      case MILLISECONDS -> of(months, value.days(), micros - micros % 1000);
      default -> value.engineText();
    };
  }

  /** Cut and rounded to the fields and the precision of its type. */
  static String typmod(String interval, Integer typmod) {
    return IntervalLiteral.adjusted(IntervalValue.ofEngineText(interval), typmod).engineText();
  }

  /** Microseconds of the stride of date_bin. */
  static Long stride(String interval) {
    IntervalValue value = IntervalValue.ofEngineText(interval);
    if (value.isInfinite()) {
      throw new PgException(
          SqlState.DATETIME_FIELD_OVERFLOW, "timestamps cannot be binned into infinite intervals");
    }
    if (value.months() != 0) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED,
          "timestamps cannot be binned into intervals containing months or years");
    }
    try {
      long micros = Math.addExact(Math.multiplyExact(value.days(), MICROS_PER_DAY), value.micros());
      if (micros <= 0) {
        throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "stride must be greater than zero");
      }
      return micros;
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  static Boolean isFinite(String interval) {
    return !IntervalValue.ofEngineText(interval).isInfinite();
  }

  private static String of(int months, int days, long micros) {
    IntervalValue value = new IntervalValue(months, days, micros);
    if (value.isInfinite()) {
      throw outOfRange();
    }
    return value.engineText();
  }

  private static String ofWide(long months, long days, long micros) {
    if (months != (int) months || days != (int) days) {
      throw outOfRange();
    }
    return of((int) months, (int) days, micros);
  }

  private static String infinite(boolean positive) {
    return (positive ? IntervalValue.INFINITY : IntervalValue.MINUS_INFINITY).engineText();
  }

  static PgException outOfRange() {
    return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "interval out of range");
  }
}
