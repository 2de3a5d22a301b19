package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigInteger;

/**
 * An interval as PostgreSQL and DuckDB store it. The infinite ones have all fields at their
 * extremes.
 *
 * <p>Source: {@code src/include/utils/timestamp.h}.
 */
public record IntervalValue(int months, int days, long micros) {
  /** The infinite interval. */
  public static final IntervalValue INFINITY =
      new IntervalValue(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** The negative infinite interval. */
  public static final IntervalValue MINUS_INFINITY =
      new IntervalValue(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

  /** The engine reads no smaller number of microseconds. */
  private static final long LEAST_ENGINE_MICROS = -Long.MAX_VALUE;

  /** It hands its values out in nanoseconds, of which 61 bits of microseconds can be had back. */
  private static final long MOST_ENGINE_MICROS = 1L << 60;

  private static final int DAYS_PER_MONTH = 30;

  /** Whether it is one of the infinite ones; their microseconds may have lost their last digit. */
  public boolean isInfinite() {
    return months == days && (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE);
  }

  /** Its length in microseconds, months as 30 days, for comparison; only of finite ones. */
  public BigInteger span() {
    return BigInteger.valueOf((long) months * DAYS_PER_MONTH + days)
        .multiply(BigInteger.valueOf(Instants.MICROS_PER_DAY))
        .add(BigInteger.valueOf(micros));
  }

  /**
   * A text that DuckDB reads as this interval, also where its fields are at their extremes.
   *
   * @throws PgException 0A000 when the engine would not give the hours back
   */
  public String engineText() {
    if (!isInfinite() && (micros > MOST_ENGINE_MICROS || micros < -MOST_ENGINE_MICROS)) {
      throw PgException.notSupported("an interval of more than 320255973 hours");
    }
    return months
        + " months "
        + days
        + " days "
        + Math.max(micros, LEAST_ENGINE_MICROS)
        + " microseconds";
  }

  /**
   * The interval of a text that DuckDB or {@link #engineText} has written.
   *
   * @throws PgException 22007
   */
  public static IntervalValue ofEngineText(String text) {
    long months = 0;
    long days = 0;
    BigInteger micros = BigInteger.ZERO;
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (words[i].indexOf(':') > 0) {
        micros = micros.add(BigInteger.valueOf(clock(words[i])));
        continue;
      }
      long amount = Long.parseLong(words[i]);
      switch (words[++i]) {
        case "year", "years" -> months += amount * 12;
        case "month", "months" -> months += amount;
        case "day", "days" -> days += amount;
        case "microseconds" -> micros = micros.add(BigInteger.valueOf(amount));
        default ->
            throw new PgException(
                SqlState.INVALID_DATETIME_FORMAT,
                "invalid input syntax for type interval: \"" + text + "\"");
      }
    }
    return new IntervalValue((int) months, (int) days, micros.longValueExact());
  }

  /** Microseconds of {@code [-]h:mm:ss[.ffffff]}. */
  private static long clock(String text) {
    boolean negative = text.charAt(0) == '-';
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    int point = text.indexOf('.', second);
    int end = point < 0 ? text.length() : point;
    long total = -Long.parseLong(text.substring(negative ? 1 : 0, first));
    total = total * 60 - Long.parseLong(text.substring(first + 1, second));
    total = total * 60 - Long.parseLong(text.substring(second + 1, end));
    String fraction = point < 0 ? "" : text.substring(point + 1);
    long micros =
        total * Instants.MICROS_PER_SECOND - Long.parseLong((fraction + "000000").substring(0, 6));
    return negative ? micros : -micros;
  }
}
