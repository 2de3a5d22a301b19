package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is known of $1, $2 … before a statement is analysed.
 *
 * @param declared their types; null elements, and those at the end that are missing, are inferred
 * @param levels numbers of dimensions of the arrays among their values, where they are known and
 *     not 1; for other parameters, and those at the end that are missing, 1
 */
public record ParameterTypes(List<PgType> declared, List<Integer> levels) {
  public ParameterTypes {
    // List.copyOf refuses null elements.
    declared = Collections.unmodifiableList(new ArrayList<>(declared));
    levels = List.copyOf(levels);
  }

  /** Types without values. */
  public static ParameterTypes of(List<PgType> declared) {
    return new ParameterTypes(declared, List.of());
  }

  /** The dimensions of a parameter's arrays; parameters count from 1. */
  public int levelsOf(int number) {
    return number > levels.size() ? 1 : levels.get(number - 1);
  }
}
