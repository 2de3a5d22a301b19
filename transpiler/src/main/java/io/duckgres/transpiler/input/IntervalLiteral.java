package io.duckgres.transpiler.input;

import io.duckgres.pgtype.datetime.IntervalParser;
import io.duckgres.pgtype.datetime.IntervalValue;

/**
 * Interval constants with the fields and the precision that their type names.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (interval_in, AdjustIntervalForTypmod).
 */
public final class IntervalLiteral {
  private static final int FULL_RANGE = 0x7FFF;
  private static final int FULL_PRECISION = 0xFFFF;
  private static final int MONTH = 1 << 1;
  private static final int YEAR = 1 << 2;
  private static final int DAY = 1 << 3;
  private static final int HOUR = 1 << 10;
  private static final int MINUTE = 1 << 11;
  private static final int SECOND = 1 << 12;
  private static final long MICROS_PER_MINUTE = 60_000_000L;

  private IntervalLiteral() {}

  /**
   * The interval in the engine's words.
   *
   * @param typmod of the interval type, -1 for none
   * @param sqlStandard IntervalStyle is sql_standard
   * @throws io.duckgres.pgtype.PgException 22007, 22015; without position
   */
  public static String normal(String text, int typmod, boolean sqlStandard) {
    int range = typmod < 0 ? FULL_RANGE : typmod >> 16 & FULL_RANGE;
    IntervalValue value = IntervalParser.parse(text, sqlStandard, range);
    return adjusted(value, typmod).engineText();
  }

  /** An interval cut and rounded to the fields and the precision of its type. */
  public static IntervalValue adjusted(IntervalValue value, int typmod) {
    int range = typmod < 0 ? FULL_RANGE : typmod >> 16 & FULL_RANGE;
    return value.isInfinite() ? value : adjusted(value, range, typmod);
  }

  private static IntervalValue adjusted(IntervalValue value, int range, int typmod) {
    int months = value.months();
    int days = value.days();
    long micros = value.micros();
    if (range != FULL_RANGE) {
      if (range == YEAR) {
        months = months / 12 * 12;
      }
      if ((range & ~(YEAR | MONTH)) == 0) {
        days = 0;
        micros = 0;
      } else if (range == DAY) {
        micros = 0;
      } else if ((range & (MINUTE | SECOND)) == 0) {
        micros -= micros % (60 * MICROS_PER_MINUTE);
      } else if ((range & SECOND) == 0) {
        micros -= micros % MICROS_PER_MINUTE;
      }
    }
    int precision = typmod < 0 ? FULL_PRECISION : typmod & FULL_PRECISION;
    if (precision < 6) {
      micros = rounded(micros, precision);
    }
    return new IntervalValue(months, days, micros);
  }

  private static long rounded(long micros, int precision) {
    long unit = Math.round(Math.pow(10, 6 - precision));
    long half = micros >= 0 ? unit / 2 : -unit / 2;
    return (micros + half) / unit * unit;
  }
}
