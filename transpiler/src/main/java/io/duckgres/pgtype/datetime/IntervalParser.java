package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeWords.Kind;
import io.duckgres.pgtype.datetime.DateTimeWords.Word;
import io.duckgres.pgtype.datetime.DecodeException.Problem;
import java.util.List;

/**
 * Intervals in PostgreSQL's, the SQL standard's and ISO 8601's forms.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeInterval), {@code timestamp.c}
 * (interval_in).
 */
public final class IntervalParser {
  private static final int ROOM = 256;

  private final List<FieldToken> fields;
  private final int range;
  private final boolean forceNegative;
  private final IntervalSum sum = new IntervalSum();
  private int seen;
  private int set;
  private DateTimeUnit unit;
  private boolean unitIsOpen = true;
  private boolean unitWaits;
  private boolean ago;
  private IntervalValue infinite;

  private IntervalParser(List<FieldToken> fields, int range, boolean sqlStandard) {
    this.fields = fields;
    this.range = range;
    forceNegative = sqlStandard && onlyFirstIsNegative(fields);
  }

  /**
   * Reads an interval of any fields.
   *
   * @param sqlStandard IntervalStyle is sql_standard: a leading minus counts for all fields
   * @throws PgException 22007 when the text is none, 22008 or 22015 when it is too large
   */
  public static IntervalValue parse(String text, boolean sqlStandard) {
    return parse(text, sqlStandard, FieldMask.FULL_RANGE);
  }

  /**
   * Reads an interval.
   *
   * @param range fields that its type names, which tell what a bare number is
   */
  public static IntervalValue parse(String text, boolean sqlStandard, int range) {
    IntervalValue value;
    try {
      value = read(text, sqlStandard, range);
    } catch (DecodeException e) {
      Problem problem =
          e.problem() == Problem.FIELD_OVERFLOW ? Problem.INTERVAL_OVERFLOW : e.problem();
      throw DecodeException.of(problem).error(text, "interval");
    }
    if (value == null) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "interval out of range");
    }
    return value;
  }

  private static IntervalValue read(String text, boolean sqlStandard, int range) {
    try {
      return new IntervalParser(FieldToken.cut(text, ROOM), range, sqlStandard).result();
    } catch (DecodeException e) {
      if (e.problem() != Problem.BAD_FORMAT) {
        throw e;
      }
      return IsoInterval.parse(text);
    }
  }

  private static boolean onlyFirstIsNegative(List<FieldToken> fields) {
    if (fields.isEmpty() || fields.get(0).text().charAt(0) != '-') {
      return false;
    }
    return fields.stream()
        .skip(1)
        .noneMatch(field -> field.text().charAt(0) == '-' || field.text().charAt(0) == '+');
  }

  /** From right to left, since units stand behind their numbers. */
  private IntervalValue result() {
    for (int i = fields.size() - 1; i >= 0; i--) {
      FieldToken field = fields.get(i);
      switch (field.kind()) {
        case TIME -> clock(field.text(), false);
        case SIGNED -> {
          if (!signedClock(field.text())) {
            number(field.text());
          }
        }
        case DATE, NUMBER -> number(field.text());
        case STRING, SPECIAL -> {
          if (!word(field.text(), i == fields.size() - 1)) {
            continue;
          }
        }
      }
      if ((set & seen) != 0) {
        throw DecodeException.badFormat();
      }
      seen |= set;
    }
    if (seen == 0 || unitWaits) {
      throw DecodeException.badFormat();
    }
    if (infinite != null) {
      return infinite;
    }
    if (ago) {
      sum.negate();
    }
    return sum.value();
  }

  private void clock(String text, boolean negative) {
    BrokenDownTime time = new BrokenDownTime(DateOrder.Order.YMD);
    set = time.readTime(text, range);
    sum.setTime(time, negative, forceNegative);
    next(DateTimeUnit.DAY);
    unitWaits = false;
  }

  private boolean signedClock(String text) {
    if (text.indexOf(':', 1) < 0) {
      return false;
    }
    try {
      clock(text.substring(1), text.charAt(0) == '-');
      return true;
    } catch (DecodeException e) {
      return false;
    }
  }

  private void next(DateTimeUnit following) {
    unit = following;
    unitIsOpen = false;
  }

  private void number(String text) {
    if (unitIsOpen) {
      next(lastOfRange());
    }
    NumberPrefix prefix = NumberPrefix.ofLong(text, 0);
    if (prefix.overflow()) {
      throw DecodeException.fieldOverflow();
    }
    long whole = prefix.value();
    double fraction = 0;
    boolean negative = text.charAt(0) == '-';
    char next = prefix.end() < text.length() ? text.charAt(prefix.end()) : 0;
    if (next == '-') {
      whole = yearsAndMonths(text, prefix, negative);
    } else if (next == '.') {
      fraction = NumberPrefix.fraction(text, prefix.end());
      fraction = negative ? -fraction : fraction;
    } else if (next != 0) {
      throw DecodeException.badFormat();
    }
    if (forceNegative) {
      whole = whole > 0 ? -whole : whole;
      fraction = fraction > 0 ? -fraction : fraction;
    }
    if (unit == null) {
      throw DecodeException.badFormat();
    }
    sum.add(whole, fraction, unit);
    set = mask(unit, fraction);
    if (unit == DateTimeUnit.HOUR) {
      unit = DateTimeUnit.DAY;
    }
    unitWaits = false;
  }

  private long yearsAndMonths(String text, NumberPrefix years, boolean negative) {
    NumberPrefix months = NumberPrefix.ofInt(text, years.end() + 1);
    if (months.overflow() || months.value() < 0 || months.value() > 11) {
      throw DecodeException.fieldOverflow();
    }
    if (months.end() != text.length()) {
      throw DecodeException.badFormat();
    }
    unit = DateTimeUnit.MONTH;
    try {
      return Math.addExact(
          Math.multiplyExact(years.value(), 12L), negative ? -months.value() : months.value());
    } catch (ArithmeticException e) {
      throw DecodeException.fieldOverflow();
    }
  }

  private static int mask(DateTimeUnit unit, double fraction) {
    return switch (unit) {
      case MICROSECONDS -> FieldMask.MICROSECOND;
      case MILLISECONDS -> FieldMask.MILLISECOND;
      case SECOND -> fraction == 0 ? FieldMask.SECOND : FieldMask.ALL_SECONDS;
      case MINUTE -> FieldMask.MINUTE;
      case HOUR -> FieldMask.HOUR;
      case DAY -> FieldMask.DAY;
      case WEEK -> FieldMask.WEEK;
      case MONTH -> FieldMask.MONTH;
      case YEAR -> FieldMask.YEAR;
      case DECADE -> FieldMask.DECADE;
      case CENTURY -> FieldMask.CENTURY;
      default -> FieldMask.MILLENNIUM;
    };
  }

  /** What a number without unit is: the last of the fields that the type names. */
  private DateTimeUnit lastOfRange() {
    if (range == FieldMask.FULL_RANGE || (range & FieldMask.SECOND) != 0) {
      return DateTimeUnit.SECOND;
    }
    if ((range & FieldMask.MINUTE) != 0) {
      return DateTimeUnit.MINUTE;
    }
    if ((range & FieldMask.HOUR) != 0) {
      return DateTimeUnit.HOUR;
    }
    if ((range & FieldMask.DAY) != 0) {
      return DateTimeUnit.DAY;
    }
    return (range & FieldMask.MONTH) != 0 ? DateTimeUnit.MONTH : DateTimeUnit.YEAR;
  }

  /** False for a word that means nothing. */
  private boolean word(String text, boolean last) {
    if (unitWaits) {
      throw DecodeException.badFormat();
    }
    Word word = DateTimeWords.intervalWord(text);
    if (word == null) {
      word = DateTimeWords.word(text);
    }
    if (word == null) {
      throw DecodeException.badFormat();
    }
    set = 0;
    switch (word.kind()) {
      case UNIT -> {
        next(DateTimeUnit.values()[word.value()]);
        unitWaits = true;
      }
      case AGO -> {
        requireLast(last);
        ago = true;
        next(null);
      }
      case RESERVED -> {
        requireLast(last);
        if (word.value() < DateTimeWords.LATE) {
          throw DecodeException.badFormat();
        }
        infinite =
            word.value() == DateTimeWords.LATE
                ? IntervalValue.INFINITY
                : IntervalValue.MINUS_INFINITY;
        set = FieldMask.DATE | FieldMask.TIME;
        next(null);
      }
      default -> {
        if (word.kind() != Kind.IGNORED) {
          throw DecodeException.badFormat();
        }
        unitIsOpen = true;
        return false;
      }
    }
    return true;
  }

  private static void requireLast(boolean last) {
    if (!last) {
      throw DecodeException.badFormat();
    }
  }
}
