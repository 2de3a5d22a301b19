package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.path.PathStep;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or time within a path.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c} (executeDateTimeMethod,
 * compareDatetime).
 *
 * @param kind its type
 * @param date null for a time
 * @param time null for a date
 * @param offset of a type with time zone, otherwise null
 */
record PathTime(Kind kind, LocalDate date, LocalTime time, ZoneOffset offset) {
  /** Types as {@code .type()} names them. */
  enum Kind {
    DATE("date"),
    TIME("time without time zone"),
    TIME_TZ("time with time zone"),
    TIMESTAMP("timestamp without time zone"),
    TIMESTAMP_TZ("timestamp with time zone");

    private final String typeName;

    Kind(String typeName) {
      this.typeName = typeName;
    }

    String typeName() {
      return typeName;
    }
  }

  /** The formats that a string may have. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{4,})-(\\d{1,2})-(\\d{1,2}))?(?:[ T])?"
              + "(?:(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,6})\\d*)?"
              + "\\s?(Z|[+-]\\d{1,2}(?::?\\d{2})?)?)?");

  private static final int MOST_DIGITS = 6;

  /** What a method makes of a string. */
  static PathTime parse(PathStep.Method method, String text, boolean zones) {
    if (method.name().equals("datetime") && !method.arguments().isEmpty()) {
      throw PgException.notSupported("jsonpath item method .datetime() with a template");
    }
    PathTime read = read(text);
    if (read == null) {
      String name =
          switch (method.name()) {
            case "datetime", "date", "time", "time_tz", "timestamp" -> method.name();
            default -> "timestamp_tz";
          };
      PgException error =
          new PgException(
              SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
              name + " format is not recognized: \"" + text + "\"");
      throw new PathError(
          name.equals("datetime")
              ? error.withHint("Use a datetime template argument to specify the input data format.")
              : error);
    }
    return method.name().equals("datetime") ? read : read.as(method, zones);
  }

  private static PathTime read(String text) {
    Matcher m = FORM.matcher(text);
    if (text.isEmpty() || !m.matches() || m.group(1) == null && m.group(4) == null) {
      return null;
    }
    try {
      LocalDate date =
          m.group(1) == null
              ? null
              : LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
      if (m.group(4) == null) {
        return new PathTime(Kind.DATE, date, null, null);
      }
      String fraction = m.group(7) == null ? "0" : m.group(7);
      int nanos = number((fraction + "00000").substring(0, MOST_DIGITS)) * 1000;
      LocalTime time =
          LocalTime.of(number(m.group(4)), number(m.group(5)), number(m.group(6)), nanos);
      ZoneOffset offset = m.group(8) == null ? null : offset(m.group(8));
      Kind kind =
          date == null
              ? offset == null ? Kind.TIME : Kind.TIME_TZ
              : offset == null ? Kind.TIMESTAMP : Kind.TIMESTAMP_TZ;
      return new PathTime(kind, date, time, offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static ZoneOffset offset(String text) {
    if (text.equals("Z")) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1).replace(":", "");
    int hours = number(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? number(digits.substring(digits.length() - 2)) : 0;
    int sign = text.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  /** The value as another method's type. */
  PathTime as(PathStep.Method method, boolean zones) {
    PathTime converted =
        switch (method.name()) {
          case "date" -> toDate(zones);
          case "time" -> toTime(zones);
          case "time_tz" -> toZonedTime(zones);
          case "timestamp" -> toTimestamp(zones);
          case "timestamp_tz" -> toZonedTimestamp(zones);
          default -> this;
        };
    return method.arguments().isEmpty() || method.name().equals("datetime")
        ? converted
        : converted.rounded(precision(method));
  }

  private static int precision(PathStep.Method method) {
    JsonValue value = ((PathStep.Literal) method.arguments().get(0).first()).value();
    return Math.min(value.number().setScale(0, RoundingMode.HALF_UP).intValue(), MOST_DIGITS);
  }

  private PathTime rounded(int digits) {
    long unit = (long) Math.pow(10, 9 - digits);
    long nanos = time.toNanoOfDay();
    long rounded = (nanos + unit / 2) / unit * unit;
    long day = 24L * 3600 * 1_000_000_000L;
    LocalDate newDate = date != null && rounded >= day ? date.plusDays(1) : date;
    return new PathTime(kind, newDate, LocalTime.ofNanoOfDay(rounded % day), offset);
  }

  private PathTime toDate(boolean zones) {
    return switch (kind) {
      case DATE -> this;
      case TIMESTAMP -> new PathTime(Kind.DATE, date, null, null);
      case TIMESTAMP_TZ -> {
        requireZones(zones, Kind.DATE);
        yield new PathTime(Kind.DATE, local().toLocalDate(), null, null);
      }
      default -> throw unrecognized("date");
    };
  }

  private PathTime toTime(boolean zones) {
    return switch (kind) {
      case TIME -> this;
      case TIMESTAMP -> new PathTime(Kind.TIME, null, time, null);
      case TIME_TZ -> {
        requireZones(zones, Kind.TIME);
        yield new PathTime(Kind.TIME, null, time, null);
      }
      case TIMESTAMP_TZ -> {
        requireZones(zones, Kind.TIME);
        yield new PathTime(Kind.TIME, null, local().toLocalTime(), null);
      }
      default -> throw unrecognized("time");
    };
  }

  private PathTime toZonedTime(boolean zones) {
    return switch (kind) {
      case TIME_TZ -> this;
      case TIME -> {
        requireZones(zones, Kind.TIME_TZ);
        yield new PathTime(Kind.TIME_TZ, null, time, ZoneOffset.UTC);
      }
      case TIMESTAMP_TZ -> new PathTime(Kind.TIME_TZ, null, local().toLocalTime(), ZoneOffset.UTC);
      default -> throw unrecognized("time_tz");
    };
  }

  private PathTime toTimestamp(boolean zones) {
    return switch (kind) {
      case TIMESTAMP -> this;
      case DATE -> new PathTime(Kind.TIMESTAMP, date, LocalTime.MIDNIGHT, null);
      case TIMESTAMP_TZ -> {
        requireZones(zones, Kind.TIMESTAMP);
        LocalDateTime local = local();
        yield new PathTime(Kind.TIMESTAMP, local.toLocalDate(), local.toLocalTime(), null);
      }
      default -> throw unrecognized("timestamp");
    };
  }

  private PathTime toZonedTimestamp(boolean zones) {
    return switch (kind) {
      case TIMESTAMP_TZ -> this;
      case DATE, TIMESTAMP -> {
        requireZones(zones, Kind.TIMESTAMP_TZ);
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        yield new PathTime(Kind.TIMESTAMP_TZ, date, at, ZoneOffset.UTC);
      }
      default -> throw unrecognized("timestamp_tz");
    };
  }

  private PathError unrecognized(String name) {
    return new PathError(
        SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
        name + " format is not recognized: \"" + text() + "\"");
  }

  /** Which zone a time without one is in depends on the session, which is not known here. */
  private void requireZones(boolean zones, Kind to) {
    if (zones) {
      throw PgException.notSupported("time zones in a jsonpath item method");
    }
    throw withoutZones(kind, to);
  }

  private static PgException withoutZones(Kind from, Kind to) {
    return new PgException(
            SqlState.FEATURE_NOT_SUPPORTED,
            "cannot convert value from "
                + shortName(from)
                + " to "
                + shortName(to)
                + " without time zone usage")
        .withHint("Use *_tz() function for time zone support.");
  }

  private static String shortName(Kind kind) {
    return switch (kind) {
      case DATE -> "date";
      case TIME -> "time";
      case TIME_TZ -> "timetz";
      case TIMESTAMP -> "timestamp";
      case TIMESTAMP_TZ -> "timestamptz";
    };
  }

  private LocalDateTime local() {
    return LocalDateTime.of(date, time).minusSeconds(offset.getTotalSeconds());
  }

  /** Whether this comes before the other; null where the types can't be compared. */
  Integer compareTo(PathTime other, boolean zones) {
    boolean times = kind == Kind.TIME || kind == Kind.TIME_TZ;
    boolean otherTimes = other.kind == Kind.TIME || other.kind == Kind.TIME_TZ;
    if (times != otherTimes) {
      return null;
    }
    if ((offset == null) != (other.offset == null)) {
      if (zones) {
        throw PgException.notSupported("comparing values with and without a time zone in a path");
      }
      throw offset == null ? withoutZones(kind, other.kind) : withoutZones(other.kind, kind);
    }
    if (times) {
      int order = Long.compare(seconds(), other.seconds());
      return order != 0 || offset == null
          ? order
          : Integer.compare(other.offset.getTotalSeconds(), offset.getTotalSeconds());
    }
    return instant().compareTo(other.instant());
  }

  private long seconds() {
    long nanos = time.toNanoOfDay();
    return offset == null ? nanos : nanos - offset.getTotalSeconds() * 1_000_000_000L;
  }

  private LocalDateTime instant() {
    return offset == null ? date.atTime(time == null ? LocalTime.MIDNIGHT : time) : local();
  }

  /** The ISO text that jsonb has of it. */
  String text() {
    StringBuilder out = new StringBuilder();
    if (date != null) {
      out.append(
          String.format(
              "%04d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    }
    if (time != null) {
      out.append(date == null ? "" : "T");
      out.append(
          String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond()));
      int micros = time.getNano() / 1000;
      if (micros != 0) {
        out.append('.').append(String.format("%06d", micros).replaceAll("0+$", ""));
      }
    }
    if (offset != null) {
      int seconds = Math.abs(offset.getTotalSeconds());
      out.append(offset.getTotalSeconds() < 0 ? '-' : '+');
      out.append(String.format("%02d:%02d", seconds / 3600, seconds / 60 % 60));
    }
    return out.toString();
  }
}
