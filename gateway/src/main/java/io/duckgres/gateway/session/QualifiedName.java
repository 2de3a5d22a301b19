package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/** A name that may have a schema, as input of regclass and regtype. */
final class QualifiedName {
  private QualifiedName() {}

  /** Its parts, folded unless they are quoted. */
  static List<String> parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean doubled = quoted && text.startsWith("\"\"", i);
      if (doubled) {
        part.append('"');
        i++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (character == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(quoted ? character : Character.toLowerCase(character));
      }
    }
    parts.add(part.toString().strip());
    if (quoted || parts.contains("")) {
      throw new PgException(SqlState.INVALID_NAME, "invalid name syntax");
    }
    return parts;
  }

  /** The name with quotes where they are needed. */
  static String format(List<String> parts) {
    List<String> shown = new ArrayList<>();
    parts.forEach(part -> shown.add(SearchPath.format(List.of(part))));
    return String.join(".", shown);
  }
}
