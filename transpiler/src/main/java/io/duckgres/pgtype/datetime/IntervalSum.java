package io.duckgres.pgtype.datetime;

/**
 * An interval to which quantities of units are added; what a unit can't hold goes to smaller ones.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (AdjustMicroseconds, AdjustDays,
 * AdjustMonths, AdjustYears and their kin for fractions).
 */
final class IntervalSum {
  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_PER_MONTH = 30;
  private static final long MICROS_PER_HOUR = 3_600_000_000L;

  private int years;
  private int months;
  private int days;
  private long micros;

  /** Adds {@code whole} and {@code fraction} of a unit. */
  void add(long whole, double fraction, DateTimeUnit unit) {
    try {
      switch (unit) {
        case MICROSECONDS -> addMicros(whole, fraction, 1);
        case MILLISECONDS -> addMicros(whole, fraction, 1000);
        case SECOND -> addMicros(whole, fraction, Instants.MICROS_PER_SECOND);
        case MINUTE -> addMicros(whole, fraction, 60 * Instants.MICROS_PER_SECOND);
        case HOUR -> addMicros(whole, fraction, MICROS_PER_HOUR);
        case DAY -> {
          addDays(whole, 1);
          addFractionOfMicros(fraction, Instants.MICROS_PER_DAY);
        }
        case WEEK -> {
          addDays(whole, 7);
          addFractionOfDays(fraction, 7);
        }
        case MONTH -> {
          months = Math.addExact(months, Math.toIntExact(whole));
          addFractionOfDays(fraction, DAYS_PER_MONTH);
        }
        case YEAR -> addYears(whole, fraction, 1);
        case DECADE -> addYears(whole, fraction, 10);
        case CENTURY -> addYears(whole, fraction, 100);
        case MILLENNIUM -> addYears(whole, fraction, 1000);
        default -> throw DecodeException.badFormat();
      }
    } catch (ArithmeticException e) {
      throw DecodeException.fieldOverflow();
    }
  }

  private void addMicros(long whole, double fraction, long scale) {
    micros = Math.addExact(micros, Math.multiplyExact(whole, scale));
    addFractionOfMicros(fraction, scale);
  }

  private void addFractionOfMicros(double fraction, long scale) {
    double scaled = fraction * scale;
    long whole = (long) scaled;
    double rest = scaled - whole;
    if (rest > 0.5) {
      whole++;
    } else if (rest < -0.5) {
      whole--;
    }
    micros = Math.addExact(micros, whole);
  }

  private void addDays(long whole, int scale) {
    days = Math.addExact(days, Math.multiplyExact(Math.toIntExact(whole), scale));
  }

  private void addFractionOfDays(double fraction, int scale) {
    double scaled = fraction * scale;
    int whole = (int) scaled;
    days = Math.addExact(days, whole);
    addFractionOfMicros(scaled - whole, Instants.MICROS_PER_DAY);
  }

  private void addYears(long whole, double fraction, int scale) {
    years = Math.addExact(years, Math.multiplyExact(Math.toIntExact(whole), scale));
    months = Math.addExact(months, (int) Math.rint(fraction * scale * MONTHS_PER_YEAR));
  }

  /** A time of day takes the place of all that is smaller than a day. */
  void setTime(BrokenDownTime time, boolean negative, boolean forceNegative) {
    try {
      long total = Math.multiplyExact(time.hour, MICROS_PER_HOUR);
      total = Math.addExact(total, time.minute * 60 * Instants.MICROS_PER_SECOND);
      total = Math.addExact(total, time.second * Instants.MICROS_PER_SECOND);
      total = Math.addExact(total, time.micros);
      total = negative ? Math.negateExact(total) : total;
      micros = forceNegative && total > 0 ? -total : total;
    } catch (ArithmeticException e) {
      throw DecodeException.fieldOverflow();
    }
  }

  void negate() {
    try {
      years = Math.negateExact(years);
      months = Math.negateExact(months);
      days = Math.negateExact(days);
      micros = Math.negateExact(micros);
    } catch (ArithmeticException e) {
      throw DecodeException.fieldOverflow();
    }
  }

  /** The interval, null when its months are too many. */
  IntervalValue value() {
    long total = (long) years * MONTHS_PER_YEAR + months;
    return total == (int) total ? new IntervalValue((int) total, days, micros) : null;
  }
}
