package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgCasts;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.List;

/**
 * Which type can become which, and where.
 *
 * <p>Source: {@code src/backend/parser/parse_coerce.c} (can_coerce_type, find_coercion_pathway,
 * select_common_type, IsBinaryCoercible).
 */
final class Coercions {
  /** How a value gets from one type to another. */
  enum Pathway {
    NONE,
    /** The same bits serve. */
    RELABEL,
    FUNCTION,
    /** Element by element. */
    ARRAY,
    /** Through the text representation. */
    TEXT
  }

  private final CatalogSnapshot catalog;

  Coercions(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /** A domain's underlying type; any other type is its own base. */
  PgType baseOf(PgType type) {
    PgType base = type;
    while (base.kind() == TypeKind.DOMAIN) {
      base = catalog.typeByOid(base.baseOid());
    }
    return base;
  }

  /** Whether a type fits anyarray: arrays, also that of rows. */
  static boolean isAnyArray(PgType type) {
    return type.isArray() || type.equals(PgTypes.RECORD_ARRAY);
  }

  /** The element type when the base type is an array, otherwise null. */
  PgType elementOf(PgType type) {
    PgType base = baseOf(type);
    if (base.equals(PgTypes.RECORD_ARRAY)) {
      return PgTypes.RECORD;
    }
    return base.isArray() ? catalog.elementOf(base) : null;
  }

  /** The array over a type, or null. */
  PgType arrayOf(PgType type) {
    return catalog.arrayOf(type);
  }

  /** Whether the type is a row type, {@code record} included. */
  boolean isRow(PgType type) {
    return type.equals(PgTypes.RECORD) || baseOf(type).kind() == TypeKind.COMPOSITE;
  }

  boolean canCoerce(PgType source, PgType target, PgCast.Context context) {
    if (source.equals(target) || target.equals(PgTypes.ANY)) {
      return true;
    }
    if (Polymorphism.isPolymorphic(target)) {
      return true;
    }
    if (source.equals(PgTypes.UNKNOWN)) {
      return true;
    }
    if (pathway(source, target, context) != Pathway.NONE) {
      return true;
    }
    if (source.equals(PgTypes.RECORD) && target.kind() == TypeKind.COMPOSITE) {
      return true;
    }
    if (target.equals(PgTypes.RECORD) && isRow(source)) {
      return true;
    }
    return target.equals(PgTypes.RECORD_ARRAY)
        && elementOf(source) != null
        && isRow(elementOf(source));
  }

  /** How to get from {@code source} to {@code target} in a context. */
  Pathway pathway(PgType source, PgType target, PgCast.Context context) {
    PgType from = baseOf(source);
    PgType to = baseOf(target);
    if (from.equals(to)) {
      return Pathway.RELABEL;
    }
    PgCast cast = PgCasts.find(from, to);
    if (cast != null) {
      if (context.ordinal() < cast.context().ordinal()) {
        return Pathway.NONE;
      }
      return cast.isBinaryCoercible() ? Pathway.RELABEL : Pathway.FUNCTION;
    }
    if (!to.equals(PgTypes.OIDVECTOR) && !to.equals(PgTypes.INT2VECTOR)) {
      PgType fromElement = elementOf(from);
      PgType toElement = elementOf(to);
      if (fromElement != null && toElement != null) {
        Pathway elements = pathway(fromElement, toElement, context);
        return elements == Pathway.NONE ? Pathway.NONE : Pathway.ARRAY;
      }
    }
    if (context.ordinal() >= PgCast.Context.ASSIGNMENT.ordinal() && to.category() == 'S') {
      return Pathway.TEXT;
    }
    if (context == PgCast.Context.EXPLICIT && from.category() == 'S') {
      return Pathway.TEXT;
    }
    return Pathway.NONE;
  }

  /** Whether a value of {@code source} serves as one of {@code target} without conversion. */
  boolean isBinaryCoercible(PgType source, PgType target) {
    if (source.equals(target) || target.equals(PgTypes.ANY) || target.equals(PgTypes.ANYELEMENT)) {
      return true;
    }
    PgType from = baseOf(source);
    if (from.equals(target)) {
      return true;
    }
    if (target.equals(PgTypes.ANYARRAY) && isAnyArray(from)) {
      return true;
    }
    if (target.equals(PgTypes.ANYENUM) && from.kind() == TypeKind.ENUM) {
      return true;
    }
    if (target.equals(PgTypes.ANYRANGE) && from.kind() == TypeKind.RANGE) {
      return true;
    }
    if (target.equals(PgTypes.ANYMULTIRANGE) && from.kind() == TypeKind.MULTIRANGE) {
      return true;
    }
    if (target.equals(PgTypes.RECORD) && isRow(from)) {
      return true;
    }
    PgCast cast = PgCasts.find(from, target);
    return cast != null && cast.isBinaryCoercible() && cast.context() == PgCast.Context.IMPLICIT;
  }

  /**
   * The common type of several expressions.
   *
   * @return null when two of them don't match; {@link #mismatch} tells which
   */
  PgType commonType(List<PgType> types) {
    PgType chosen = types.get(0);
    boolean same = !chosen.equals(PgTypes.UNKNOWN);
    for (PgType type : types) {
      same &= type.equals(chosen);
    }
    if (same) {
      return chosen;
    }
    chosen = baseOf(chosen);
    for (PgType next : types.subList(1, types.size())) {
      PgType type = baseOf(next);
      if (type.equals(PgTypes.UNKNOWN) || type.equals(chosen)) {
        continue;
      }
      if (chosen.equals(PgTypes.UNKNOWN)) {
        chosen = type;
      } else if (type.category() != chosen.category()) {
        return null;
      } else if (!chosen.preferred()
          && canCoerce(chosen, type, PgCast.Context.IMPLICIT)
          && !canCoerce(type, chosen, PgCast.Context.IMPLICIT)) {
        chosen = type;
      }
    }
    return chosen.equals(PgTypes.UNKNOWN) ? PgTypes.TEXT : chosen;
  }

  /**
   * Where {@link #commonType} fails.
   *
   * @param with the type chosen so far
   * @param index index of the expression that doesn't match it
   */
  record Mismatch(PgType with, int index) {}

  /** The first pair that has no common type; only for types that have none. */
  Mismatch mismatch(List<PgType> types) {
    for (int i = 2; i <= types.size(); i++) {
      if (commonType(types.subList(0, i)) == null) {
        PgType before = commonType(types.subList(0, i - 1));
        PgType first = types.get(0);
        return new Mismatch(i == 2 && !first.equals(PgTypes.UNKNOWN) ? first : before, i - 1);
      }
    }
    throw new IllegalArgumentException("these types have a common type");
  }
}
