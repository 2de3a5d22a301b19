package io.duckgres.catalog.scalar;

import io.duckgres.json.Jsonb;
import io.duckgres.transpiler.input.RecordInput;
import java.util.List;

/**
 * Rows as text and back.
 *
 * <p>Source: {@code src/backend/utils/adt/rowtypes.c} (record_out, record_in).
 */
final class RecordTexts {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.ofTexts("pg_record_out", String.class, RecordTexts::output),
          ScalarFunction.of(
              "pg_record_in", String.class, Integer.class, String.class, RecordTexts::input));

  private RecordTexts() {}

  /** The row of fields given as texts, null for NULL. */
  static String output(String[] fields) {
    StringBuilder out = new StringBuilder("(");
    for (int i = 0; i < fields.length; i++) {
      out.append(i > 0 ? "," : "");
      if (fields[i] != null) {
        out.append(quoted(fields[i]));
      }
    }
    return out.append(')').toString();
  }

  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars()
                .noneMatch(c -> "()\",\\".indexOf(c) >= 0 || c == ' ' || (c >= '\t' && c <= '\r'));
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
  }

  /** The fields of a row's text, as a JSON array of strings. */
  static String input(String text, Integer count) {
    StringBuilder out = new StringBuilder("[");
    for (String field : RecordInput.parse(text, count)) {
      out.append(out.length() > 1 ? "," : "");
      out.append(field == null ? "null" : Jsonb.quote(field));
    }
    return out.append(']').toString();
  }
}
