package io.duckgres.transpiler.ddl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * Names that PostgreSQL makes up for indexes, constraints and sequences.
 *
 * <p>Source: {@code src/backend/commands/indexcmds.c} (makeObjectName, ChooseRelationName,
 * ChooseIndexNameAddition).
 */
final class GeneratedNames {
  /** The longest identifier in bytes. */
  static final int LIMIT = 63;

  private GeneratedNames() {}

  /**
   * {@code first_second_label}, with the longer of the first two cut until it fits.
   *
   * @param second null for none
   */
  static String of(String first, String second, String label) {
    int overhead = (second == null ? 0 : 1) + 1 + bytes(label);
    int available = LIMIT - overhead;
    int firstBytes = bytes(first);
    int secondBytes = second == null ? 0 : bytes(second);
    while (firstBytes + secondBytes > available) {
      if (firstBytes > secondBytes) {
        firstBytes--;
      } else {
        secondBytes--;
      }
    }
    String name = clip(first, firstBytes);
    if (second != null) {
      name += "_" + clip(second, secondBytes);
    }
    return name + "_" + label;
  }

  /** The same, with a number behind the label when the name is taken. */
  static String free(String first, String second, String label, Predicate<String> taken) {
    String name = of(first, second, label);
    for (int i = 1; taken.test(name); i++) {
      name = of(first, second, label + i);
    }
    return name;
  }

  /** Column names joined by underscores, as much as can matter. */
  static String addition(List<String> columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      if (joined.length() > 0) {
        joined.append('_');
      }
      joined.append(column);
      if (bytes(joined.toString()) > LIMIT) {
        break;
      }
    }
    return clip(joined.toString(), LIMIT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clip(String text, int limit) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      used += bytes(text.substring(i, next));
      if (used > limit) {
        return text.substring(0, i);
      }
      i = next;
    }
    return text;
  }
}
