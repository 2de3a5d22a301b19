package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.Typmods;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a column's modifier makes of a value: lengths, digits, and the labels of an enum.
 *
 * <p>Sources: {@code src/backend/utils/adt/varchar.c}, {@code numeric.c} (apply_typmod), {@code
 * timestamp.c} (AdjustTimestampForTypmod), {@code varbit.c}, {@code enum.c}.
 */
final class ColumnTypmod {
  private static final int MICROSECOND_DIGITS = 6;

  private final UnaryOperator<Object> rule;

  /**
   * @param type of the column, or of its elements when it is an array
   */
  ColumnTypmod(PgType type, int typmod, CatalogSnapshot catalog) {
    rule = rule(type, typmod, catalog);
  }

  Object apply(Object value) {
    if (rule == null) {
      return value;
    }
    if (value instanceof EngineArray array) {
      List<Object> elements = new ArrayList<>(array.elements().size());
      for (Object element : array.elements()) {
        elements.add(element == null ? null : apply(element));
      }
      return new EngineArray(array.elementType(), elements);
    }
    return rule.apply(value);
  }

  private static UnaryOperator<Object> rule(PgType type, int typmod, CatalogSnapshot catalog) {
    if (type.kind() == TypeKind.ENUM && catalog != null) {
      Set<String> labels = new HashSet<>(catalog.labelsOf(type));
      return labels.isEmpty() ? null : value -> label((String) value, labels, type);
    }
    if (type.equals(PgTypes.BPCHAR)) {
      int length = typmod < 0 ? Integer.MAX_VALUE : Typmods.characterLength(typmod);
      return value -> limited(stripped((String) value), length, "character");
    }
    if (typmod < 0) {
      return null;
    }
    if (type.equals(PgTypes.VARCHAR)) {
      int length = Typmods.characterLength(typmod);
      return value -> limited((String) value, length, "character varying");
    }
    if (type.equals(PgTypes.NUMERIC)) {
      return numeric(Typmods.numericPrecision(typmod), Typmods.numericScale(typmod));
    }
    if (type.equals(PgTypes.BIT) || type.equals(PgTypes.VARBIT)) {
      return value -> bits((String) value, typmod, type.equals(PgTypes.BIT));
    }
    boolean time =
        type.equals(PgTypes.TIME)
            || type.equals(PgTypes.TIMESTAMP)
            || type.equals(PgTypes.TIMESTAMPTZ);
    return time && typmod < MICROSECOND_DIGITS ? value -> rounded(value, typmod) : null;
  }

  private static Object label(String value, Set<String> labels, PgType type) {
    if (!labels.contains(value)) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "invalid input value for enum " + type.name() + ": \"" + value + "\"");
    }
    return value;
  }

  /** Blanks at the end of a character(n) are not stored. */
  private static String stripped(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String limited(String text, int length, String typeName) {
    if (text.length() <= length || text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    int cut = text.offsetByCodePoints(0, length);
    for (int i = cut; i < text.length(); i++) {
      if (text.charAt(i) != ' ') {
        throw new PgException(
            SqlState.STRING_DATA_RIGHT_TRUNCATION,
            "value too long for type " + typeName + "(" + length + ")");
      }
    }
    return text.substring(0, cut);
  }

  private static UnaryOperator<Object> numeric(int precision, int scale) {
    return value -> {
      BigDecimal given = value instanceof String text ? new BigDecimal(text) : (BigDecimal) value;
      BigDecimal rounded = given.setScale(scale, RoundingMode.HALF_UP);
      if (rounded.signum() != 0 && rounded.precision() > precision) {
        String limit = precision == scale ? "1" : "10^" + (precision - scale);
        throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow")
            .withDetail(
                "A field with precision "
                    + precision
                    + ", scale "
                    + scale
                    + " must round to an absolute value less than "
                    + limit
                    + ".");
      }
      return rounded;
    };
  }

  private static Object bits(String bits, int length, boolean exact) {
    if (exact && bits.length() != length) {
      throw new PgException(
          SqlState.STRING_DATA_LENGTH_MISMATCH,
          "bit string length " + bits.length() + " does not match type bit(" + length + ")");
    }
    if (bits.length() > length) {
      throw new PgException(
          SqlState.STRING_DATA_RIGHT_TRUNCATION,
          "bit string too long for type bit varying(" + length + ")");
    }
    return bits;
  }

  /**
   * Rounds away from zero in the middle; text stands for values without a fraction of their own.
   */
  private static Object rounded(Object value, int digits) {
    if (value instanceof LocalDateTime timestamp) {
      return timestamp
          .truncatedTo(ChronoUnit.SECONDS)
          .plusNanos(fraction(timestamp.getNano(), digits));
    }
    if (value instanceof OffsetDateTime timestamp) {
      return timestamp
          .truncatedTo(ChronoUnit.SECONDS)
          .plusNanos(fraction(timestamp.getNano(), digits));
    }
    if (value instanceof LocalTime time) {
      long nanos = time.truncatedTo(ChronoUnit.SECONDS).toNanoOfDay();
      return DateTimeParser.time((nanos + fraction(time.getNano(), digits)) / 1000);
    }
    return value;
  }

  private static long fraction(int nanos, int digits) {
    long unit = 1_000_000_000L;
    for (int i = 0; i < digits; i++) {
      unit /= 10;
    }
    return (nanos + unit / 2) / unit * unit;
  }
}
