package io.duckgres.value;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.value.geometry.GeometryForms;
import io.duckgres.value.network.InetForm;
import io.duckgres.value.network.MacForm;
import io.duckgres.value.range.RangeTypes;
import io.duckgres.value.search.SearchForms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types whose values are stored as text, and what their texts mean. */
public final class ValueForms {
  private static final Map<PgType, ValueForm> FORMS = new LinkedHashMap<>();

  static {
    add("inet", new InetForm(false));
    add("cidr", new InetForm(true));
    add("macaddr", new MacForm(6));
    add("macaddr8", new MacForm(8));
    add("pg_lsn", new LsnForm());
    add("name", new NameForm());
    add("char", new CharForm());
    add("tid", new TidForm());
    add("bit", new BitForm());
    add("varbit", new BitForm());
    add("xml", new XmlForm());
    RangeTypes.forms().forEach(ValueForms::add);
    GeometryForms.forms().forEach(ValueForms::add);
    SearchForms.forms().forEach(ValueForms::add);
  }

  private ValueForms() {}

  private static void add(String name, ValueForm form) {
    PgType type = PgTypes.byName(name);
    if (type == null) {
      throw new IllegalStateException("there is no type " + name);
    }
    FORMS.put(type, form);
  }

  /** The form of a type's values; null when they are not stored as text of ours. */
  public static ValueForm of(PgType type) {
    return FORMS.get(type);
  }

  /** All of them. */
  public static Map<PgType, ValueForm> all() {
    return Collections.unmodifiableMap(FORMS);
  }
}
