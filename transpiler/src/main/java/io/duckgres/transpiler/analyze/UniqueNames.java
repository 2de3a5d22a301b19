package io.duckgres.transpiler.analyze;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that differ for the engine, which does not tell upper case from lower. */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  /** The name itself, or the name with a number when it is taken. */
  String add(String name) {
    String candidate = name.isEmpty() ? "column" : name;
    for (int i = 1; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }
}
