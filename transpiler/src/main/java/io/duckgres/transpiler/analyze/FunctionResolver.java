package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the function that PostgreSQL would call.
 *
 * <p>Source: {@code src/backend/catalog/namespace.c} (FuncnameGetCandidates) and {@code
 * src/backend/parser/parse_func.c} (func_get_detail).
 *
 * @see <a href="https://www.postgresql.org/docs/17/typeconv-func.html">Functions</a>
 */
final class FunctionResolver {
  /**
   * A function with the way its arguments are passed in one call.
   *
   * @param proc the function
   * @param declared declared type of each argument of the call, in the call's order
   * @param order for each parameter of the function the argument that goes there, -1 for a default
   * @param expanded whether the last arguments form the variadic array
   */
  record Candidate(PgProc proc, List<PgType> declared, int[] order, boolean expanded) {}

  private final CandidateSelection selection;

  FunctionResolver(Coercions coercions) {
    this.selection = new CandidateSelection(coercions);
  }

  /**
   * The function for these arguments.
   *
   * @param procs the functions of this name
   * @param names names of named arguments, null for positional ones; same length as actual
   * @param variadic whether the last argument is marked VARIADIC
   * @return null when no function fits
   * @throws PgException 42725 when several are equally good; without position
   */
  Candidate resolve(
      String name, List<PgProc> procs, List<PgType> actual, List<String> names, boolean variadic) {
    List<Candidate> candidates = new ArrayList<>();
    for (PgProc proc : procs) {
      Candidate candidate = candidate(proc, actual, names, variadic);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    for (Candidate candidate : candidates) {
      if (candidate.declared().equals(actual) && !shadowed(candidate, candidates)) {
        return candidate;
      }
    }
    List<Candidate> matching = selection.matching(candidates, actual, Candidate::declared);
    if (matching.isEmpty()) {
      return null;
    }
    if (matching.size() == 1) {
      return matching.get(0);
    }
    Candidate best = selection.best(withoutWorseForms(matching), actual, Candidate::declared);
    if (best == null) {
      throw new PgException(
              SqlState.AMBIGUOUS_FUNCTION,
              "function " + spell(name, actual, names) + " is not unique")
          .withHint(
              "Could not choose a best candidate function."
                  + " You might need to add explicit type casts.");
    }
    return best;
  }

  /** PostgreSQL's error for a call that no function fits; without position. */
  static PgException missing(String name, List<PgType> actual, List<String> names) {
    return new PgException(
            SqlState.UNDEFINED_FUNCTION,
            "function " + spell(name, actual, names) + " does not exist")
        .withHint(
            "No function matches the given name and argument types."
                + " You might need to add explicit type casts.");
  }

  /** The call as PostgreSQL's messages spell it. */
  static String spell(String name, List<PgType> actual, List<String> names) {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < actual.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      if (names.get(i) != null) {
        text.append(names.get(i)).append(" => ");
      }
      text.append(TypeNames.format(actual.get(i)));
    }
    return text.append(')').toString();
  }

  /** A variadic form loses against a plain one with the same argument types. */
  private static boolean shadowed(Candidate candidate, List<Candidate> all) {
    if (!candidate.expanded()) {
      return false;
    }
    for (Candidate other : all) {
      if (other != candidate
          && !other.expanded()
          && other.declared().equals(candidate.declared())) {
        return true;
      }
    }
    return false;
  }

  private static List<Candidate> withoutWorseForms(List<Candidate> matching) {
    List<Candidate> left = new ArrayList<>();
    for (Candidate candidate : matching) {
      if (!shadowed(candidate, matching)) {
        left.add(candidate);
      }
    }
    return left;
  }

  private static Candidate candidate(
      PgProc proc, List<PgType> actual, List<String> names, boolean variadic) {
    int given = actual.size();
    int parameters = proc.argumentTypes().size();
    boolean named = names.stream().anyMatch(java.util.Objects::nonNull);
    if (named) {
      return namedCandidate(proc, given, names);
    }
    if (proc.variadicElement() != null && !variadic && given >= parameters) {
      List<PgType> declared = new ArrayList<>(proc.argumentTypes().subList(0, parameters - 1));
      declared.addAll(Collections.nCopies(given - parameters + 1, proc.variadicElement()));
      return new Candidate(proc, declared, positions(given, given), true);
    }
    if (given > parameters || given < parameters - proc.defaults()) {
      return null;
    }
    if (variadic && proc.variadicElement() == null) {
      return null;
    }
    return new Candidate(
        proc, proc.argumentTypes().subList(0, given), positions(parameters, given), false);
  }

  private static int[] positions(int parameters, int given) {
    int[] order = new int[parameters];
    for (int i = 0; i < parameters; i++) {
      order[i] = i < given ? i : -1;
    }
    return order;
  }

  private static Candidate namedCandidate(PgProc proc, int given, List<String> names) {
    int parameters = proc.argumentTypes().size();
    if (given > parameters || proc.argumentNames().isEmpty()) {
      return null;
    }
    int[] order = new int[parameters];
    java.util.Arrays.fill(order, -1);
    List<PgType> declared = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      int place = names.get(i) == null ? i : proc.argumentNames().indexOf(names.get(i));
      if (place < 0 || order[place] >= 0) {
        return null;
      }
      order[place] = i;
      declared.add(proc.argumentTypes().get(place));
    }
    for (int i = 0; i < parameters - proc.defaults(); i++) {
      if (order[i] < 0) {
        return null;
      }
    }
    return new Candidate(proc, declared, order, false);
  }
}
