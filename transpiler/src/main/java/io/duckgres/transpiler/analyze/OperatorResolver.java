package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import java.util.List;

/**
 * Finds the operator that PostgreSQL would call.
 *
 * <p>Source: {@code src/backend/parser/parse_oper.c} (oper, left_oper, binary_oper_exact).
 *
 * @see <a href="https://www.postgresql.org/docs/17/typeconv-oper.html">Operators</a>
 */
final class OperatorResolver {
  private final Coercions coercions;
  private final CandidateSelection selection;

  OperatorResolver(Coercions coercions) {
    this.coercions = coercions;
    this.selection = new CandidateSelection(coercions);
  }

  /**
   * The operator for these operands.
   *
   * @param left null for a prefix operator
   * @throws PgException 42883 when there is none, 42725 when several are equally good; without
   *     position
   */
  PgOperator resolve(String symbol, PgType left, PgType right) {
    String name = symbol.equals("!=") ? "<>" : symbol;
    PgOperator found = left == null ? prefix(name, right) : binary(name, left, right);
    if (found == null) {
      throw missing(name, left, right);
    }
    return found;
  }

  private PgOperator prefix(String name, PgType right) {
    List<PgOperator> candidates = PgOperators.prefix(name);
    for (PgOperator candidate : candidates) {
      if (candidate.right().equals(right)) {
        return candidate;
      }
    }
    List<PgOperator> matching =
        selection.matching(candidates, List.of(right), OperatorResolver::operands);
    return choose(matching, name, null, right);
  }

  private PgOperator binary(String name, PgType left, PgType right) {
    List<PgOperator> candidates = PgOperators.binary(name);
    PgOperator exact = exact(candidates, left, right);
    if (exact != null) {
      return exact;
    }
    List<PgOperator> matching =
        selection.matching(candidates, List.of(left, right), OperatorResolver::operands);
    return choose(matching, name, left, right);
  }

  private PgOperator exact(List<PgOperator> candidates, PgType left, PgType right) {
    PgType first = left;
    PgType second = right;
    boolean wasUnknown = false;
    if (first.equals(PgTypes.UNKNOWN) && !second.equals(PgTypes.UNKNOWN)) {
      first = second;
      wasUnknown = true;
    } else if (second.equals(PgTypes.UNKNOWN) && !first.equals(PgTypes.UNKNOWN)) {
      second = first;
      wasUnknown = true;
    }
    PgOperator found = withOperands(candidates, first, second);
    if (found == null && wasUnknown) {
      PgType base = coercions.baseOf(first);
      if (!base.equals(first)) {
        found = withOperands(candidates, base, base);
      }
    }
    return found;
  }

  private static PgOperator withOperands(List<PgOperator> candidates, PgType left, PgType right) {
    for (PgOperator candidate : candidates) {
      if (candidate.left().equals(left) && candidate.right().equals(right)) {
        return candidate;
      }
    }
    return null;
  }

  private PgOperator choose(List<PgOperator> matching, String name, PgType left, PgType right) {
    if (matching.isEmpty()) {
      return null;
    }
    if (matching.size() == 1) {
      return matching.get(0);
    }
    List<PgType> actual = left == null ? List.of(right) : List.of(left, right);
    PgOperator best = selection.best(matching, actual, OperatorResolver::operands);
    if (best == null) {
      throw new PgException(
              SqlState.AMBIGUOUS_FUNCTION, "operator is not unique: " + spell(name, left, right))
          .withHint(
              "Could not choose a best candidate operator."
                  + " You might need to add explicit type casts.");
    }
    return best;
  }

  private static List<PgType> operands(PgOperator operator) {
    return operator.left() == null
        ? List.of(operator.right())
        : List.of(operator.left(), operator.right());
  }

  private static PgException missing(String name, PgType left, PgType right) {
    return new PgException(
            SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + spell(name, left, right))
        .withHint(
            "No operator matches the given name and argument "
                + (left == null ? "type" : "types")
                + ". You might need to add "
                + (left == null ? "an explicit type cast." : "explicit type casts."));
  }

  private static String spell(String name, PgType left, PgType right) {
    return (left == null ? "" : TypeNames.format(left) + " ")
        + name
        + " "
        + TypeNames.format(right);
  }
}
