package io.duckgres.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The list of identifiers that search_path holds. */
final class SearchPath {
  private SearchPath() {}

  /** The names, folded unless they are quoted (SplitIdentifierString of varlena.c). */
  static List<String> parse(String value) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (quoted) {
        if (character != '"') {
          name.append(character);
        } else if (i + 1 < value.length() && value.charAt(i + 1) == '"') {
          name.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (character == '"') {
        quoted = true;
        wasQuoted = true;
      } else if (character == ',') {
        add(names, name, wasQuoted);
        wasQuoted = false;
      } else if (!Character.isWhitespace(character)) {
        name.append(wasQuoted ? character : Character.toLowerCase(character));
      }
    }
    add(names, name, wasQuoted);
    return names;
  }

  /** The names as SHOW prints them: quoted where they need it. */
  static String format(List<String> names) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      shown.add(isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"');
    }
    return String.join(", ", shown);
  }

  private static boolean isPlain(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static void add(List<String> names, StringBuilder name, boolean wasQuoted) {
    if (name.length() > 0 || wasQuoted) {
      names.add(name.toString());
    }
    name.setLength(0);
  }
}
