package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals as PostgreSQL reads them: quantities with units, ISO 8601, the SQL standard's forms.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeInterval, DecodeISO8601Interval).
 */
public final class IntervalParser {
  private enum Unit {
    MICROSECOND(0, 0, BigDecimal.ONE),
    MILLISECOND(0, 0, new BigDecimal(1_000)),
    SECOND(0, 0, new BigDecimal(1_000_000)),
    MINUTE(0, 0, new BigDecimal(60_000_000)),
    HOUR(0, 0, new BigDecimal(3_600_000_000L)),
    DAY(0, 1, null),
    WEEK(0, 7, null),
    MONTH(1, 0, null),
    YEAR(12, 0, null),
    DECADE(120, 0, null),
    CENTURY(1_200, 0, null),
    MILLENNIUM(12_000, 0, null);

    private final int months;
    private final int days;
    private final BigDecimal micros;

    Unit(int months, int days, BigDecimal micros) {
      this.months = months;
      this.days = days;
      this.micros = micros;
    }
  }

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          entries(
              "us usec usecs usecond useconds microsecon microsecond microseconds",
              Unit.MICROSECOND),
          entries(
              "ms msec msecs msecond mseconds millisecon millisecond milliseconds",
              Unit.MILLISECOND),
          entries("s sec secs second seconds", Unit.SECOND),
          entries("m min mins minute minutes", Unit.MINUTE),
          entries("h hr hrs hour hours", Unit.HOUR),
          entries("d day days", Unit.DAY),
          entries("w week weeks", Unit.WEEK),
          entries("mon mons month months", Unit.MONTH),
          entries("y yr yrs year years", Unit.YEAR),
          entries("dec decs decade decades", Unit.DECADE),
          entries("c cent century centuries", Unit.CENTURY),
          entries("mil mils millennium millennia", Unit.MILLENNIUM));

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([+-]?\\d+-\\d+)|([+-]?\\d+(?::\\d+){1,2}(?:\\.\\d*)?|[+-]?:\\d+(?::\\d+)?)"
              + "|([+-]?(?:\\d+\\.?\\d*|\\.\\d+))|([A-Za-z]+)|(@))\\s*,?");
  private static final Pattern ISO = Pattern.compile("([+-]?\\d*\\.?\\d*)([YMWDHS])");

  private final String text;
  private BigDecimal months = BigDecimal.ZERO;
  private BigDecimal days = BigDecimal.ZERO;
  private BigDecimal micros = BigDecimal.ZERO;
  private final Set<Unit> seen = EnumSet.noneOf(Unit.class);

  private IntervalParser(String text) {
    this.text = text;
  }

  private static Map.Entry<String, Unit> entries(String words, Unit unit) {
    return Map.entry(words, unit);
  }

  /**
   * Reads an interval.
   *
   * @param sqlStandard IntervalStyle is sql_standard: a leading minus counts for all fields
   * @throws PgException 22007 when the text is none, 22015 when it is too large
   */
  public static IntervalValue parse(String text, boolean sqlStandard) {
    IntervalParser parser = new IntervalParser(text);
    String trimmed = text.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "infinity", "+infinity" -> {
        return IntervalValue.INFINITY;
      }
      case "-infinity" -> {
        return IntervalValue.MINUS_INFINITY;
      }
      default -> {}
    }
    if (trimmed.startsWith("P")) {
      parser.readIso(trimmed.substring(1));
    } else {
      parser.readTraditional(trimmed, sqlStandard);
    }
    return parser.result();
  }

  private IntervalValue result() {
    try {
      return new IntervalValue(
          months.intValueExact(), days.intValueExact(), micros.longValueExact());
    } catch (ArithmeticException e) {
      throw new PgException(
          SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range: \"" + text + "\"");
    }
  }

  private void readTraditional(String trimmed, boolean sqlStandard) {
    List<String[]> tokens = tokens(trimmed);
    boolean ago = !tokens.isEmpty() && "ago".equals(tokens.get(tokens.size() - 1)[3]);
    if (ago) {
      tokens.remove(tokens.size() - 1);
    }
    if (tokens.isEmpty()) {
      throw invalid();
    }
    boolean negateAll = sqlStandard && trimmed.startsWith("-") && onlyFirstIsSigned(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      String[] token = tokens.get(i);
      if (token[0] != null) {
        yearMonth(token[0], negateAll && i > 0);
      } else if (token[1] != null) {
        clock(token[1], negateAll && i > 0);
      } else if (token[2] != null) {
        BigDecimal value = new BigDecimal(token[2]);
        boolean hasUnit = i + 1 < tokens.size() && tokens.get(i + 1)[3] != null;
        Unit unit = hasUnit ? unit(tokens.get(++i)[3]) : implicitUnit(tokens, i);
        once(unit);
        add(negateAll && i > 0 && value.signum() > 0 ? value.negate() : value, unit);
      } else {
        throw invalid();
      }
    }
    if (ago) {
      months = months.negate();
      days = days.negate();
      micros = micros.negate();
    }
  }

  private List<String[]> tokens(String trimmed) {
    List<String[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (end < trimmed.length()) {
      matcher.region(end, trimmed.length());
      if (!matcher.lookingAt() || matcher.end() == end) {
        throw invalid();
      }
      end = matcher.end();
      if (matcher.group(5) == null) {
        String word = matcher.group(4);
        tokens.add(
            new String[] {
              matcher.group(1),
              matcher.group(2),
              matcher.group(3),
              word == null ? null : word.toLowerCase(Locale.ROOT)
            });
      } else if (!tokens.isEmpty()) {
        throw invalid();
      }
    }
    return tokens;
  }

  /** No unit may come twice. */
  private void once(Unit... units) {
    for (Unit unit : units) {
      if (!seen.add(unit)) {
        throw invalid();
      }
    }
  }

  private static boolean onlyFirstIsSigned(List<String[]> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      for (String part : tokens.get(i)) {
        if (part != null && (part.startsWith("-") || part.startsWith("+"))) {
          return false;
        }
      }
    }
    return true;
  }

  /** A number without unit: days before a time of day, seconds otherwise. */
  private static Unit implicitUnit(List<String[]> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1)[1] != null ? Unit.DAY : Unit.SECOND;
  }

  private Unit unit(String word) {
    for (Map.Entry<String, Unit> entry : UNITS.entrySet()) {
      for (String candidate : entry.getKey().split(" ")) {
        if (candidate.equals(word)) {
          return entry.getValue();
        }
      }
    }
    throw invalid();
  }

  private void yearMonth(String token, boolean negate) {
    once(Unit.YEAR, Unit.MONTH);
    boolean negative = token.startsWith("-") != negate;
    String[] parts = token.replaceFirst("^[+-]", "").split("-");
    BigDecimal inMonths = new BigDecimal(parts[0]).multiply(new BigDecimal(12));
    BigDecimal rest = new BigDecimal(parts[1]);
    if (rest.intValue() > 11) {
      throw fieldOutOfRange();
    }
    BigDecimal total = inMonths.add(rest);
    months = months.add(negative ? total.negate() : total);
  }

  private void clock(String token, boolean negate) {
    once(Unit.HOUR, Unit.MINUTE, Unit.SECOND);
    boolean negative = token.startsWith("-") != negate;
    String[] parts = token.replaceFirst("^[+-]", "").split(":");
    boolean minutesAndSeconds = parts.length == 2 && parts[1].contains(".");
    BigDecimal hours = minutesAndSeconds ? BigDecimal.ZERO : number(parts[0]);
    BigDecimal minutes = number(parts[minutesAndSeconds ? 0 : 1]);
    BigDecimal seconds =
        minutesAndSeconds
            ? number(parts[1])
            : parts.length > 2 ? number(parts[2]) : BigDecimal.ZERO;
    if (minutes.intValue() > 59 || seconds.intValue() > 60) {
      throw fieldOutOfRange();
    }
    BigDecimal total =
        hours
            .multiply(Unit.HOUR.micros)
            .add(minutes.multiply(Unit.MINUTE.micros))
            .add(round(seconds.multiply(Unit.SECOND.micros)));
    micros = micros.add(negative ? total.negate() : total);
  }

  private static BigDecimal number(String part) {
    return part.isEmpty() ? BigDecimal.ZERO : new BigDecimal(part);
  }

  /** Adds a quantity; what a unit can't hold goes to the next smaller one. */
  private void add(BigDecimal value, Unit unit) {
    if (unit.micros != null) {
      micros = micros.add(round(value.multiply(unit.micros)));
    } else if (unit.days > 0) {
      addDays(value.multiply(new BigDecimal(unit.days)));
    } else if (unit == Unit.MONTH) {
      BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
      months = months.add(whole);
      addDays(value.subtract(whole).multiply(new BigDecimal(30)));
    } else {
      months = months.add(round(value.multiply(new BigDecimal(unit.months))));
    }
  }

  private void addDays(BigDecimal value) {
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    days = days.add(whole);
    micros =
        micros.add(round(value.subtract(whole).multiply(new BigDecimal(Instants.MICROS_PER_DAY))));
  }

  private static BigDecimal round(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_EVEN);
  }

  /** {@code P1Y2M3DT4H5M6S} and {@code P0001-02-03T04:05:06}. */
  private void readIso(String body) {
    int split = body.indexOf('T');
    String date = split < 0 ? body : body.substring(0, split);
    String time = split < 0 ? "" : body.substring(split + 1);
    if (date.isEmpty() && time.isEmpty()) {
      throw invalid();
    }
    String[] parts = date.split("-");
    if (parts.length == 3 && !parts[0].isEmpty()) {
      add(isoNumber(parts[0]), Unit.YEAR);
      add(isoNumber(parts[1]), Unit.MONTH);
      add(isoNumber(parts[2]), Unit.DAY);
    } else {
      readDesignated(date, false);
    }
    if (time.contains(":")) {
      clock(time, false);
    } else {
      readDesignated(time, true);
    }
  }

  private void readDesignated(String part, boolean time) {
    Matcher matcher = ISO.matcher(part);
    int end = 0;
    while (end < part.length()) {
      matcher.region(end, part.length());
      if (!matcher.lookingAt()) {
        throw invalid();
      }
      Unit unit =
          switch (matcher.group(2)) {
            case "Y" -> Unit.YEAR;
            case "M" -> time ? Unit.MINUTE : Unit.MONTH;
            case "W" -> Unit.WEEK;
            case "D" -> Unit.DAY;
            case "H" -> Unit.HOUR;
            default -> Unit.SECOND;
          };
      boolean timeUnit = unit.micros != null;
      if (timeUnit != time) {
        throw invalid();
      }
      add(isoNumber(matcher.group(1)), unit);
      end = matcher.end();
    }
  }

  private BigDecimal isoNumber(String number) {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  private PgException invalid() {
    return new PgException(
        SqlState.INVALID_DATETIME_FORMAT,
        "invalid input syntax for type interval: \"" + text + "\"");
  }

  private PgException fieldOutOfRange() {
    return new PgException(
        SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range: \"" + text + "\"");
  }
}
