package io.duckgres.gateway.engine;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Values, as the codecs read them, in the text that the engine's casts read. */
public final class EngineText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

  private EngineText() {}

  /** The text of a value that is not null. */
  public static String of(Object value) {
    if (value instanceof EngineStruct struct) {
      return struct(struct);
    }
    if (value instanceof EngineArray array) {
      return list(array);
    }
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.ofDelimiter("\\x").withUpperCase().formatHex(bytes);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof LocalDate date) {
      return date(date);
    }
    if (value instanceof LocalTime time) {
      return TIME.format(time);
    }
    if (value instanceof LocalDateTime timestamp) {
      return date(timestamp.toLocalDate()) + " " + TIME.format(timestamp);
    }
    if (value instanceof OffsetDateTime timestamp) {
      return of(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00";
    }
    return value.toString();
  }

  private static String date(LocalDate date) {
    int year = date.getYear();
    return String.format(
        year < 1 ? "%04d-%02d-%02d (BC)" : "%04d-%02d-%02d",
        year < 1 ? 1 - year : year,
        date.getMonthValue(),
        date.getDayOfMonth());
  }

  private static String list(EngineArray array) {
    StringBuilder text = new StringBuilder("[");
    for (Object element : array.elements()) {
      if (text.length() > 1) {
        text.append(',');
      }
      part(element, text);
    }
    return text.append(']').toString();
  }

  private static String struct(EngineStruct struct) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < struct.names().size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      quote(struct.names().get(i), text);
      text.append(':');
      part(struct.values().get(i), text);
    }
    return text.append('}').toString();
  }

  private static void part(Object value, StringBuilder text) {
    if (value == null) {
      text.append("NULL");
    } else if (value instanceof EngineArray || value instanceof EngineStruct) {
      text.append(of(value));
    } else {
      quote(bytesOrText(value), text);
    }
  }

  private static String bytesOrText(Object element) {
    return element instanceof byte[] bytes && bytes.length == 0 ? "" : of(element);
  }

  private static void quote(String element, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < element.length(); i++) {
      char c = element.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    text.append('"');
  }

  /**
   * Refuses a number that the engine's type has no room for.
   *
   * @param type for instance {@code DECIMAL(38,18)}
   */
  public static void checkDigits(BigDecimal value, String type) {
    int precision =
        Integer.parseInt(type.substring(type.indexOf('(') + 1, type.indexOf(',')).trim());
    if (value.signum() != 0 && value.precision() > precision) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow")
          .withDetail(
              "A numeric is stored with "
                  + (precision - value.scale())
                  + " digits before the point and "
                  + value.scale()
                  + " after it.");
    }
  }
}
