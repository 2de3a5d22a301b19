package io.duckgres.transpiler.catalog;

import io.duckgres.grammar.Keyword;
import io.duckgres.grammar.Keywords;

/** {@code quote_identifier}: quotes only where a name would not be read as itself. */
public final class QuotedIdentifiers {
  private QuotedIdentifiers() {}

  /** The name as PostgreSQL writes it in definitions. */
  public static String quote(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    if (plain) {
      Keyword keyword = Keywords.find(name);
      plain = keyword == null || keyword.category() == Keyword.Category.UNRESERVED;
    }
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
