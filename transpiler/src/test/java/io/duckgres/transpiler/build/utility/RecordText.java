package io.duckgres.transpiler.build.utility;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Records as text: what is null, empty or false is left out, and so are offsets. */
final class RecordText {
  private RecordText() {}

  static String of(Object value) {
    if (value instanceof Record fields) {
      return fields(fields);
    }
    if (value instanceof Set<?> elements) {
      return elements.stream().map(RecordText::of).sorted().toList().toString();
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream().map(RecordText::of).toList().toString();
    }
    if (value instanceof SqlNode node) {
      return node.getClass().getSimpleName();
    }
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
  }

  private static String fields(Record value) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object field = get(component, value);
      boolean offset = component.getName().equals("start") || component.getName().equals("stop");
      boolean absent =
          field == null
              || Boolean.FALSE.equals(field)
              || field instanceof Collection<?> elements && elements.isEmpty();
      if (!absent && !(offset && field instanceof Integer)) {
        fields.add(component.getName() + " " + of(field));
      }
    }
    return value.getClass().getSimpleName() + "(" + String.join(", ", fields) + ")";
  }

  private static Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
