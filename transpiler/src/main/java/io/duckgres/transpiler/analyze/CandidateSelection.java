package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses among functions or operators whose arguments could be converted.
 *
 * <p>Source: {@code src/backend/parser/parse_func.c} (func_match_argtypes, func_select_candidate).
 */
final class CandidateSelection {
  private final Coercions coercions;
  private final Polymorphism polymorphism;

  CandidateSelection(Coercions coercions) {
    this.coercions = coercions;
    this.polymorphism = new Polymorphism(coercions);
  }

  /** The candidates to which the arguments can be converted implicitly. */
  <T> List<T> matching(
      List<T> candidates, List<PgType> actual, Function<T, List<PgType>> declaredTypes) {
    List<T> matching = new ArrayList<>();
    for (T candidate : candidates) {
      List<PgType> declared = declaredTypes.apply(candidate);
      boolean fits = declared.size() == actual.size();
      for (int i = 0; fits && i < actual.size(); i++) {
        fits = coercions.canCoerce(actual.get(i), declared.get(i), PgCast.Context.IMPLICIT);
      }
      if (fits && polymorphism.isConsistent(actual, declared)) {
        matching.add(candidate);
      }
    }
    return matching;
  }

  /**
   * The best of several matching candidates.
   *
   * @return null when none is better than all others
   */
  <T> T best(List<T> candidates, List<PgType> actual, Function<T, List<PgType>> declaredTypes) {
    List<PgType> base = new ArrayList<>();
    int unknowns = 0;
    for (PgType type : actual) {
      base.add(type.equals(PgTypes.UNKNOWN) ? type : coercions.baseOf(type));
      unknowns += type.equals(PgTypes.UNKNOWN) ? 1 : 0;
    }
    List<T> left = mostMatches(candidates, base, declaredTypes, false);
    if (left.size() == 1) {
      return left.get(0);
    }
    left = mostMatches(left, base, declaredTypes, true);
    if (left.size() == 1) {
      return left.get(0);
    }
    if (unknowns == 0) {
      return null;
    }
    left = byUnknownCategories(left, base, declaredTypes);
    if (left.size() == 1) {
      return left.get(0);
    }
    return unknowns < base.size() ? byKnownType(left, base, declaredTypes) : null;
  }

  private <T> List<T> mostMatches(
      List<T> candidates,
      List<PgType> actual,
      Function<T, List<PgType>> declaredTypes,
      boolean preferred) {
    int best = 0;
    List<T> left = new ArrayList<>();
    for (T candidate : candidates) {
      List<PgType> declared = declaredTypes.apply(candidate);
      int matches = 0;
      for (int i = 0; i < actual.size(); i++) {
        PgType have = actual.get(i);
        PgType want = declared.get(i);
        if (!have.equals(PgTypes.UNKNOWN)
            && (want.equals(have)
                || (preferred && want.preferred() && want.category() == have.category()))) {
          matches++;
        }
      }
      if (matches > best || left.isEmpty()) {
        best = matches;
        left.clear();
        left.add(candidate);
      } else if (matches == best) {
        left.add(candidate);
      }
    }
    return left;
  }

  /** Prefers the string category for unknown arguments, or the only category that there is. */
  private static <T> List<T> byUnknownCategories(
      List<T> candidates, List<PgType> actual, Function<T, List<PgType>> declaredTypes) {
    char[] category = new char[actual.size()];
    boolean[] hasPreferred = new boolean[actual.size()];
    for (int i = 0; i < actual.size(); i++) {
      if (!actual.get(i).equals(PgTypes.UNKNOWN)) {
        continue;
      }
      boolean conflict = false;
      for (T candidate : candidates) {
        PgType want = declaredTypes.apply(candidate).get(i);
        if (category[i] == 0) {
          category[i] = want.category();
          hasPreferred[i] = want.preferred();
        } else if (want.category() == category[i]) {
          hasPreferred[i] |= want.preferred();
        } else if (want.category() == 'S') {
          category[i] = 'S';
          hasPreferred[i] = want.preferred();
        } else {
          conflict = true;
        }
      }
      if (conflict && category[i] != 'S') {
        return candidates;
      }
    }
    List<T> left = new ArrayList<>();
    for (T candidate : candidates) {
      boolean keep = true;
      for (int i = 0; keep && i < actual.size(); i++) {
        PgType want = declaredTypes.apply(candidate).get(i);
        keep =
            !actual.get(i).equals(PgTypes.UNKNOWN)
                || (want.category() == category[i] && (!hasPreferred[i] || want.preferred()));
      }
      if (keep) {
        left.add(candidate);
      }
    }
    return left.isEmpty() ? candidates : left;
  }

  /** Takes unknown arguments for the one type that all known ones have. */
  private <T> T byKnownType(
      List<T> candidates, List<PgType> actual, Function<T, List<PgType>> declaredTypes) {
    PgType known = null;
    for (PgType type : actual) {
      if (type.equals(PgTypes.UNKNOWN)) {
        continue;
      }
      if (known != null && !known.equals(type)) {
        return null;
      }
      known = type;
    }
    T found = null;
    for (T candidate : candidates) {
      boolean fits = true;
      for (PgType want : declaredTypes.apply(candidate)) {
        fits &= coercions.canCoerce(known, want, PgCast.Context.IMPLICIT);
      }
      List<PgType> assumed = java.util.Collections.nCopies(actual.size(), known);
      fits &= new Polymorphism(coercions).isConsistent(assumed, declaredTypes.apply(candidate));
      if (fits) {
        if (found != null) {
          return null;
        }
        found = candidate;
      }
    }
    return found;
  }
}
