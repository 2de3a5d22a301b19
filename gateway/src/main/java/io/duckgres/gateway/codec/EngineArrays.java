package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineArray;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the engine's arrays out of nested lists of values. */
public final class EngineArrays {
  private EngineArrays() {}

  /**
   * An array.
   *
   * @param elements values and, for further dimensions, lists of them
   */
  public static EngineArray of(PgType elementType, List<?> elements) {
    return nested(elements, storage(elementType, elements), depth(elements));
  }

  /**
   * The same, numerics of different numbers of decimals as texts, so that each keeps its own.
   *
   * @param elements values and, for further dimensions, lists of them
   */
  static EngineArray exact(PgType elementType, List<?> elements) {
    Set<Integer> scales = new HashSet<>();
    scales(elements, scales);
    return scales.size() > 1
        ? nested(texts(elements), "VARCHAR", depth(elements))
        : of(elementType, elements);
  }

  private static void scales(List<?> elements, Set<Integer> scales) {
    for (Object element : elements) {
      if (element instanceof List<?> inner) {
        scales(inner, scales);
      } else if (element instanceof BigDecimal value) {
        scales.add(value.scale());
      }
    }
  }

  private static List<Object> texts(List<?> elements) {
    List<Object> texts = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (element instanceof List<?> inner) {
        texts.add(texts(inner));
      } else {
        texts.add(element instanceof BigDecimal value ? value.toPlainString() : element);
      }
    }
    return texts;
  }

  private static EngineArray nested(List<?> elements, String storage, int depth) {
    List<Object> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(element instanceof List<?> inner ? nested(inner, storage, depth - 1) : element);
    }
    return new EngineArray(storage + "[]".repeat(Math.max(0, depth - 1)), values);
  }

  private static int depth(List<?> elements) {
    return !elements.isEmpty() && elements.get(0) instanceof List<?> inner ? depth(inner) + 1 : 1;
  }

  private static String storage(PgType type, List<?> elements) {
    if (type.equals(PgTypes.NUMERIC)) {
      int[] digits = new int[2];
      measure(elements, digits);
      int precision = digits[0] + digits[1];
      return precision == 0 || precision > DuckDbTypes.MAX_DECIMAL_PRECISION
          ? DuckDbTypes.WIDE_NUMERIC
          : "DECIMAL(" + precision + "," + digits[1] + ")";
    }
    String storage = DuckDbTypes.storageOf(type, -1);
    return storage == null ? "VARCHAR" : storage;
  }

  /** The most digits before and after the point. */
  private static void measure(List<?> elements, int[] digits) {
    for (Object element : elements) {
      if (element instanceof List<?> inner) {
        measure(inner, digits);
      } else if (element instanceof BigDecimal value) {
        digits[0] = Math.max(digits[0], Math.max(1, value.precision() - value.scale()));
        digits[1] = Math.max(digits[1], Math.max(0, value.scale()));
      }
    }
  }
}
