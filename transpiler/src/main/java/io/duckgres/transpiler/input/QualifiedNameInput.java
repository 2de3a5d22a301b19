package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text to a possibly qualified name, folded and unquoted: what regclass and its kin read.
 *
 * <p>Source: {@code src/backend/utils/adt/regproc.c} (stringToQualifiedNameList).
 */
public final class QualifiedNameInput {
  private QualifiedNameInput() {}

  /**
   * The parts of the name.
   *
   * @throws PgException 42602; without position
   */
  public static List<String> parse(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text.strip();
    int at = 0;
    while (true) {
      StringBuilder part = new StringBuilder();
      if (at < rest.length() && rest.charAt(at) == '"') {
        at = quoted(rest, at + 1, part);
      } else {
        while (at < rest.length() && rest.charAt(at) != '.') {
          part.append(rest.charAt(at++));
        }
        String folded = part.toString().strip().toLowerCase(Locale.ROOT);
        part.setLength(0);
        part.append(folded);
      }
      if (part.length() == 0) {
        throw invalid();
      }
      parts.add(part.toString());
      if (at >= rest.length()) {
        return parts;
      }
      if (rest.charAt(at) != '.') {
        throw invalid();
      }
      at++;
    }
  }

  private static int quoted(String text, int start, StringBuilder part) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        part.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        part.append('"');
        at++;
      } else {
        return at;
      }
    }
    throw invalid();
  }

  private static PgException invalid() {
    return new PgException(SqlState.INVALID_NAME, "invalid name syntax");
  }
}
