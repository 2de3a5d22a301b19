package io.duckgres.value.range;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.value.ValueForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL's six range types and their multirange types, by name. */
public final class RangeTypes {
  private static final Map<String, RangeType<?>> RANGES = new LinkedHashMap<>();
  private static final Map<String, MultirangeType<?>> MULTIRANGES = new LinkedHashMap<>();

  static {
    both("int4", new IntegerElement(PgTypes.INT4), false);
    both("int8", new IntegerElement(PgTypes.INT8), false);
    both("num", new NumericElement(), false);
    both("date", new DateTimeElement(PgTypes.DATE), true);
    both("ts", new DateTimeElement(PgTypes.TIMESTAMP), true);
    both("tstz", new DateTimeElement(PgTypes.TIMESTAMPTZ), true);
  }

  private RangeTypes() {}

  private static <T> void both(String prefix, RangeElement<T> element, boolean settingsMatter) {
    RangeType<T> range = new RangeType<>(element, settingsMatter);
    RANGES.put(prefix + "range", range);
    MULTIRANGES.put(prefix + "multirange", new MultirangeType<>(range));
  }

  /** All of them, by their names. */
  public static Map<String, ValueForm> forms() {
    Map<String, ValueForm> forms = new LinkedHashMap<>(RANGES);
    forms.putAll(MULTIRANGES);
    return forms;
  }

  /** The range type of this name, or null. */
  static RangeType<?> range(String name) {
    return RANGES.get(name);
  }

  /** The multirange type of this name, or null. */
  static MultirangeType<?> multirange(String name) {
    return MULTIRANGES.get(name);
  }
}
