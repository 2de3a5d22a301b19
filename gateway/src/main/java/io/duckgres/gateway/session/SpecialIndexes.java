package io.duckgres.gateway.session;

import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Unique indexes over expressions, of some rows only or with NULLS NOT DISTINCT. Of one that is
 * violated the engine tells the keys in words of its own: {@code Duplicate key "lower(b): x"}.
 */
final class SpecialIndexes {
  private static final Pattern CAST_TARGET = Pattern.compile(" AS (?:ENUM\\([^)]*\\)|[\\w.\"]+)");
  private static final String START = "key \"";

  private SpecialIndexes() {}

  /**
   * The index that the engine's message is about.
   *
   * @return null when it can't be told
   */
  static StoredTable.Index violated(StoredTable stored, String message) {
    List<StoredTable.Index> candidates = new ArrayList<>();
    List<StoredTable.Index> matching = new ArrayList<>();
    String told = squeezed(keys(message));
    for (StoredTable.Index index : stored.indexes()) {
      if (index.unique() && index.record() != null && !index.record().isPlain()) {
        candidates.add(index);
        if (told.startsWith(squeezed(index.keys().get(0)))) {
          matching.add(index);
        }
      }
    }
    if (matching.size() == 1) {
      return matching.get(0);
    }
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  /** Whether the message names this index' keys. */
  static boolean isSure(StoredTable.Index index, String message) {
    return squeezed(keys(message)).startsWith(squeezed(index.keys().get(0)));
  }

  /**
   * Without what the engine writes now so and now otherwise, such as an enum by its name or by its
   * labels; of CASE up to its ELSE.
   */
  private static String squeezed(String key) {
    int otherwise = key.indexOf(" ELSE ");
    String text = otherwise < 0 ? key : key.substring(0, otherwise);
    text = CAST_TARGET.matcher(text).replaceAll("");
    return text.replace(" ", "").replace("(", "").replace(")", "");
  }

  private static String keys(String message) {
    int start = message.indexOf(START);
    int end = message.lastIndexOf('"');
    return start < 0 || end <= start ? "" : message.substring(start + START.length(), end);
  }

  /** PostgreSQL's detail line; null when the message does not tell the values. */
  static String detail(IndexRecord record, String message) {
    List<String> keys = record.keyTexts();
    List<String> values = values(record, keys(message));
    if (values.size() != keys.size()) {
      return null;
    }
    return "Key ("
        + String.join(", ", keys)
        + ")=("
        + String.join(", ", values)
        + ") already exists.";
  }

  private static List<String> values(IndexRecord record, String keys) {
    if (record.nullsNotDistinct()) {
      return nullable(keys);
    }
    if (record.keys().size() == 1) {
      String mark = record.predicate() == null ? ": " : "END: ";
      int at = keys.lastIndexOf(mark);
      return at < 0 ? List.of() : List.of(keys.substring(at + mark.length()));
    }
    return List.of();
  }

  /** Each key is told twice: whether it is null, then its value. */
  private static List<String> nullable(String keys) {
    List<String> values = new ArrayList<>();
    String isNull = "IS NULL): ";
    String value = ")): ";
    int at = keys.indexOf(isNull);
    while (at >= 0) {
      boolean missing = keys.startsWith("true", at + isNull.length());
      int start = keys.indexOf(value, at + isNull.length());
      if (start < 0) {
        return List.of();
      }
      int next = keys.indexOf(isNull, start);
      int end = next < 0 ? keys.length() : keys.lastIndexOf(", (", next);
      values.add(missing ? "null" : keys.substring(start + value.length(), end));
      at = next;
    }
    return values;
  }
}
