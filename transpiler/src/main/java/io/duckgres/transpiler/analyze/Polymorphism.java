package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgRanges;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Polymorphic types: what {@code anyelement}, {@code anyarray}, {@code anycompatible} and their kin
 * stand for in one call.
 *
 * <p>Source: {@code src/backend/parser/parse_coerce.c} (check_generic_type_consistency,
 * enforce_generic_type_consistency).
 */
final class Polymorphism {
  private static final Set<PgType> SIMPLE =
      Set.of(
          PgTypes.ANYELEMENT,
          PgTypes.ANYARRAY,
          PgTypes.ANYNONARRAY,
          PgTypes.ANYENUM,
          PgTypes.ANYRANGE,
          PgTypes.ANYMULTIRANGE);
  private static final Set<PgType> COMPATIBLE =
      Set.of(
          PgTypes.ANYCOMPATIBLE,
          PgTypes.ANYCOMPATIBLEARRAY,
          PgTypes.ANYCOMPATIBLENONARRAY,
          PgTypes.ANYCOMPATIBLERANGE,
          PgTypes.ANYCOMPATIBLEMULTIRANGE);

  /**
   * The types of one call once its polymorphic ones are replaced.
   *
   * @param arguments type that each argument is converted to
   * @param result type of the result
   */
  record Resolved(List<PgType> arguments, PgType result) {}

  private final Coercions coercions;

  Polymorphism(Coercions coercions) {
    this.coercions = coercions;
  }

  static boolean isPolymorphic(PgType type) {
    return SIMPLE.contains(type) || COMPATIBLE.contains(type);
  }

  /** Whether the argument types fit the declared polymorphic types together. */
  boolean isConsistent(List<PgType> actual, List<PgType> declared) {
    return solve(actual, declared) != null;
  }

  /** Replaces polymorphic types by what the arguments make of them. */
  Resolved resolve(List<PgType> actual, List<PgType> declared, PgType declaredResult) {
    boolean polymorphic = isPolymorphic(declaredResult);
    for (PgType type : declared) {
      polymorphic |= isPolymorphic(type);
    }
    if (!polymorphic) {
      return new Resolved(declared, declaredResult);
    }
    Solution solution = solve(actual, declared);
    if (solution == null) {
      throw new PgException(
          SqlState.DATATYPE_MISMATCH, "arguments declared \"anyelement\" are not all alike");
    }
    PgType element = solution.element;
    PgType compatible = solution.compatible;
    if (element == null && mentions(declared, SIMPLE)) {
      throw undetermined();
    }
    if (compatible == null && mentions(declared, COMPATIBLE)) {
      compatible = PgTypes.TEXT;
    }
    List<PgType> arguments = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      arguments.add(replace(declared.get(i), solution, compatible, actual.get(i)));
    }
    PgType result = replace(declaredResult, solution, compatible, declaredResult);
    return new Resolved(arguments, result);
  }

  private PgType replace(PgType declared, Solution solution, PgType compatible, PgType otherwise) {
    PgType element = solution.element;
    if (isRangeFamily(declared)) {
      PgType range =
          declared.equals(PgTypes.ANYRANGE) || declared.equals(PgTypes.ANYMULTIRANGE)
              ? solution.range
              : solution.compatibleRange;
      if (range == null) {
        throw undetermined();
      }
      return declared.equals(PgTypes.ANYRANGE) || declared.equals(PgTypes.ANYCOMPATIBLERANGE)
          ? range
          : PgRanges.multirangeOf(range);
    }
    if (declared.equals(PgTypes.ANYARRAY)) {
      return array(element);
    }
    if (declared.equals(PgTypes.ANYCOMPATIBLEARRAY)) {
      return array(compatible);
    }
    if (declared.equals(PgTypes.ANYELEMENT)
        || declared.equals(PgTypes.ANYNONARRAY)
        || declared.equals(PgTypes.ANYENUM)) {
      return element;
    }
    if (declared.equals(PgTypes.ANYCOMPATIBLE) || declared.equals(PgTypes.ANYCOMPATIBLENONARRAY)) {
      return compatible;
    }
    return isPolymorphic(declared) ? otherwise : declared;
  }

  private PgType array(PgType element) {
    if (element == null) {
      throw undetermined();
    }
    PgType array = coercions.arrayOf(element);
    if (array == null) {
      throw new PgException(
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeNames.format(element));
    }
    return array;
  }

  private static PgException undetermined() {
    return new PgException(
        SqlState.DATATYPE_MISMATCH,
        "could not determine polymorphic type because input has type unknown");
  }

  private static boolean mentions(List<PgType> declared, Set<PgType> family) {
    return declared.stream().anyMatch(family::contains);
  }

  private static final class Solution {
    private PgType element;
    private PgType array;
    private PgType compatible;
    private PgType range;
    private PgType compatibleRange;

    /** A range, or the range of a multirange; false when it is none or another than before. */
    private boolean addRange(PgType want, PgType have) {
      boolean single = want.equals(PgTypes.ANYRANGE) || want.equals(PgTypes.ANYCOMPATIBLERANGE);
      boolean simple = want.equals(PgTypes.ANYRANGE) || want.equals(PgTypes.ANYMULTIRANGE);
      PgType found = single ? have : PgRanges.rangeOf(have);
      PgType before = simple ? range : compatibleRange;
      if (found == null
          || PgRanges.elementOf(found) == null
          || before != null && !before.equals(found)) {
        return false;
      }
      if (simple) {
        range = found;
      } else {
        compatibleRange = found;
      }
      return true;
    }
  }

  private Solution solve(List<PgType> actual, List<PgType> declared) {
    Solution solution = new Solution();
    List<PgType> compatibles = new ArrayList<>();
    boolean nonArray = false;
    boolean anEnum = false;
    for (int i = 0; i < declared.size(); i++) {
      PgType want = declared.get(i);
      PgType have = actual.get(i);
      if (!isPolymorphic(want)) {
        continue;
      }
      nonArray |= want.equals(PgTypes.ANYNONARRAY);
      anEnum |= want.equals(PgTypes.ANYENUM);
      if (have.equals(PgTypes.UNKNOWN)) {
        continue;
      }
      if (isRangeFamily(want)) {
        if (!solution.addRange(want, coercions.baseOf(have))) {
          return null;
        }
      } else if (want.equals(PgTypes.ANYARRAY)) {
        if (!addArray(solution, coercions.baseOf(have))) {
          return null;
        }
      } else if (SIMPLE.contains(want)) {
        if (solution.element != null && !solution.element.equals(have)) {
          return null;
        }
        solution.element = have;
      } else if (!addCompatible(compatibles, want, have)) {
        return null;
      }
    }
    return finish(solution, compatibles, nonArray, anEnum);
  }

  private boolean addArray(Solution solution, PgType array) {
    if (!Coercions.isAnyArray(array) || (solution.array != null && !solution.array.equals(array))) {
      return false;
    }
    solution.array = array;
    return true;
  }

  private boolean addCompatible(List<PgType> compatibles, PgType want, PgType have) {
    PgType element = coercions.elementOf(have);
    if (want.equals(PgTypes.ANYCOMPATIBLEARRAY)) {
      if (element == null) {
        return false;
      }
      compatibles.add(element);
      return true;
    }
    if (want.equals(PgTypes.ANYCOMPATIBLENONARRAY) && element != null) {
      return false;
    }
    compatibles.add(have);
    return true;
  }

  private Solution finish(
      Solution solution, List<PgType> compatibles, boolean nonArray, boolean anEnum) {
    if (solution.array != null) {
      PgType element = coercions.elementOf(solution.array);
      if (solution.element != null && !solution.element.equals(element)) {
        return null;
      }
      solution.element = element;
    }
    if (solution.range != null) {
      PgType element = PgRanges.elementOf(solution.range);
      if (solution.element != null && !solution.element.equals(element)) {
        return null;
      }
      solution.element = element;
    }
    if (solution.compatibleRange != null) {
      compatibles.add(PgRanges.elementOf(solution.compatibleRange));
    }
    if (solution.element != null) {
      if (nonArray && coercions.elementOf(solution.element) != null) {
        return null;
      }
      if (anEnum && coercions.baseOf(solution.element).kind() != TypeKind.ENUM) {
        return null;
      }
    }
    if (!compatibles.isEmpty()) {
      solution.compatible = coercions.commonType(compatibles);
      if (solution.compatible == null) {
        return null;
      }
      if (solution.compatibleRange != null
          && !solution.compatible.equals(PgRanges.elementOf(solution.compatibleRange))) {
        return null;
      }
      for (PgType type : compatibles) {
        if (!coercions.canCoerce(type, solution.compatible, PgCast.Context.IMPLICIT)) {
          return null;
        }
      }
    }
    return solution;
  }

  private static boolean isRangeFamily(PgType type) {
    return type.equals(PgTypes.ANYRANGE)
        || type.equals(PgTypes.ANYMULTIRANGE)
        || type.equals(PgTypes.ANYCOMPATIBLERANGE)
        || type.equals(PgTypes.ANYCOMPATIBLEMULTIRANGE);
  }
}
