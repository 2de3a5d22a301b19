package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.ParameterRef;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of $1, $2 …: as declared, or as the first use decides.
 *
 * <p>Source: {@code src/backend/parser/parse_param.c} (variable parameters).
 */
final class Parameters {
  /** Null: not mentioned yet; UNKNOWN: mentioned, not decided yet. */
  private final List<PgType> types;

  private final ParameterTypes given;

  Parameters(ParameterTypes given) {
    this.given = given;
    this.types = new ArrayList<>(given.declared());
  }

  /** The reference, typed by what is known so far. */
  ParameterRef reference(ParameterRef parameter) {
    int number = ((PlanParameter.Client) parameter.source()).number();
    while (types.size() < number) {
      types.add(null);
    }
    if (types.get(number - 1) == null) {
      types.set(number - 1, PgTypes.UNKNOWN);
    }
    return typed(parameter, types.get(number - 1));
  }

  /**
   * The reference once its context wants a type: decides an undecided parameter.
   *
   * @throws PgException 42P08 when another use has decided otherwise; without position
   */
  ParameterRef decide(ParameterRef parameter, PgType wanted) {
    int number = ((PlanParameter.Client) parameter.source()).number();
    PgType known = types.get(number - 1);
    if (known == null || known.equals(PgTypes.UNKNOWN)) {
      types.set(number - 1, wanted);
    } else if (!known.equals(wanted)) {
      throw new PgException(
              SqlState.AMBIGUOUS_PARAMETER, "inconsistent types deduced for parameter $" + number)
          .withDetail(TypeNames.format(known) + " versus " + TypeNames.format(wanted));
    }
    return typed(parameter, wanted);
  }

  /**
   * All types, decided.
   *
   * @throws PgException 42P18 when a parameter's type could not be determined; without position
   */
  List<PgType> finish() {
    List<PgType> decided = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      PgType type = types.get(i);
      if (type == null || type.equals(PgTypes.UNKNOWN)) {
        throw new PgException(
            SqlState.INDETERMINATE_DATATYPE,
            "could not determine data type of parameter $" + (i + 1));
      }
      decided.add(type);
    }
    return decided;
  }

  /** Types where decided, null elsewhere: for statements that only the engine can type. */
  List<PgType> known() {
    List<PgType> known = new ArrayList<>();
    for (PgType type : types) {
      known.add(PgTypes.UNKNOWN.equals(type) ? null : type);
    }
    return known;
  }

  private ParameterRef typed(ParameterRef parameter, PgType type) {
    return new ParameterRef(
        parameter.getParserPosition(),
        parameter.source(),
        ExpressionType.of(type)
            .withLevels(given.levelsOf(((PlanParameter.Client) parameter.source()).number())));
  }
}
