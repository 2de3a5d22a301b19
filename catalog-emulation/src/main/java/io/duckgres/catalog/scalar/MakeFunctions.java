package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;

/**
 * make_date, make_time and make_timestamp.
 *
 * <p>Source: {@code src/backend/utils/adt/date.c} (make_date, make_time), {@code timestamp.c}
 * (make_timestamp_internal).
 */
final class MakeFunctions {
  private static final long MICROS = 1_000_000L;
  private static final long MICROS_PER_DAY = 86_400L * MICROS;
  private static final int LAST_YEAR = 294_276;
  private static final LocalDate FIRST_DATE = LocalDate.of(-4713, 11, 24);
  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);

  private MakeFunctions() {}

  /** Days since 1970; a negative year counts BC. */
  static Integer date(Object[] fields) {
    LocalDate date = day((Integer) fields[0], (Integer) fields[1], (Integer) fields[2]);
    if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
      throw overflow("date out of range: " + shown(fields));
    }
    return (int) date.toEpochDay();
  }

  private static LocalDate day(int year, int month, int day) {
    int astronomical = year < 0 ? year + 1 : year;
    boolean bad =
        year == 0
            || year == Integer.MIN_VALUE
            || Math.abs((long) year) > 999_999_998
            || month < 1
            || month > 12
            || day < 1
            || day > LocalDate.of(astronomical, month, 1).lengthOfMonth();
    if (bad) {
      throw overflow("date field value out of range: " + shown(new Object[] {year, month, day}));
    }
    return LocalDate.of(astronomical, month, day);
  }

  private static String shown(Object[] fields) {
    return String.format(Locale.ROOT, "%d-%02d-%02d", fields[0], fields[1], fields[2]);
  }

  /** Microseconds since 1970 of a local time. */
  static Long timestamp(Object[] fields) {
    LocalDate date = day((Integer) fields[0], (Integer) fields[1], (Integer) fields[2]);
    long time = time(fields, 3);
    if (date.isBefore(FIRST_DATE) || date.getYear() > LAST_YEAR) {
      throw overflow("timestamp out of range: " + shown(fields) + " " + shownTime(fields, 3));
    }
    return date.toEpochDay() * MICROS_PER_DAY + time;
  }

  /** Microseconds of the day. */
  static Long time(Object[] fields) {
    return time(fields, 0);
  }

  private static long time(Object[] fields, int from) {
    int hour = (Integer) fields[from];
    int minute = (Integer) fields[from + 1];
    double second = (Double) fields[from + 2];
    double micros = Math.rint(second * MICROS);
    boolean good =
        hour >= 0
            && hour <= 24
            && minute >= 0
            && minute < 60
            && micros >= 0
            && micros <= 60 * MICROS;
    long total = good ? (hour * 60L + minute) * 60 * MICROS + (long) micros : -1;
    if (!good || total > MICROS_PER_DAY) {
      throw overflow("time field value out of range: " + shownTime(fields, from));
    }
    return total;
  }

  private static String shownTime(Object[] fields, int from) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%s",
        fields[from],
        fields[from + 1],
        general((Double) fields[from + 2]));
  }

  /** As C's %02g writes it. */
  private static String general(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text =
        value != 0 && (exponent < -4 || exponent >= 6)
            ? scientific(rounded, exponent)
            : rounded.toPlainString();
    return text.length() == 1 ? "0" + text : text;
  }

  private static String scientific(BigDecimal value, int exponent) {
    return value.movePointLeft(exponent).stripTrailingZeros().toPlainString()
        + String.format(Locale.ROOT, "e%+03d", exponent);
  }

  private static PgException overflow(String message) {
    return new PgException(SqlState.DATETIME_FIELD_OVERFLOW, message);
  }
}
