package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * From a type as written to a type with its modifier.
 *
 * <p>Source: {@code src/backend/parser/parse_type.c} and the {@code typmodin} functions.
 */
public final class TypeLookup {
  private final PlanningContext context;

  /** Looks types up in a session's catalog along its search path. */
  public TypeLookup(PlanningContext context) {
    this.context = context;
  }

  /**
   * The type.
   *
   * @throws PgException 42704 when there is none, 22023 for a bad modifier; with position
   */
  public ExpressionType find(TypeName name) {
    if (name.percentType()) {
      throw Analysis.at(PgException.notSupported("%TYPE"), name.start());
    }
    PgType type = base(name);
    if (type == null) {
      throw Analysis.at(
          new PgException(
              SqlState.UNDEFINED_OBJECT,
              "type \"" + String.join(".", name.name()) + "\" does not exist"),
          name.start());
    }
    int typmod = typmod(type, name);
    if (name.dimensions() > 0 && !type.isArray()) {
      PgType array = context.catalog().arrayOf(type);
      if (array == null) {
        throw Analysis.at(
            new PgException(
                SqlState.UNDEFINED_OBJECT, "type \"" + type.name() + "[]\" does not exist"),
            name.start());
      }
      type = array;
    }
    return ExpressionType.of(type, typmod).withLevels(Math.max(1, name.dimensions()));
  }

  private PgType base(TypeName name) {
    List<String> parts = name.name();
    String simple = parts.get(parts.size() - 1);
    if (parts.size() > 1) {
      return context.catalog().type(parts.get(parts.size() - 2), simple);
    }
    for (String schema : context.searchPath()) {
      PgType type = context.catalog().type(schema, simple);
      if (type != null) {
        return type;
      }
    }
    return context.catalog().type("pg_temp", simple);
  }

  private int typmod(PgType type, TypeName name) {
    if (name.modifiers().isEmpty()) {
      return Typmods.NONE;
    }
    List<Integer> values = new ArrayList<>();
    for (SqlNode modifier : name.modifiers()) {
      values.add(integer(modifier, name));
    }
    PgType plain = type.isArray() ? context.catalog().elementOf(type) : type;
    if (plain.equals(PgTypes.NUMERIC)) {
      return numeric(values, name);
    }
    if (plain.equals(PgTypes.INTERVAL)) {
      return interval(values);
    }
    if (values.size() != 1) {
      throw invalid("invalid type modifier", name);
    }
    int value = values.get(0);
    if (plain.equals(PgTypes.VARCHAR) || plain.equals(PgTypes.BPCHAR)) {
      String word = plain.equals(PgTypes.VARCHAR) ? "varchar" : "char";
      if (value < 1) {
        throw invalid("length for type " + word + " must be at least 1", name);
      }
      if (value > 10485760) {
        throw invalid("length for type " + word + " cannot exceed 10485760", name);
      }
      return Typmods.characters(value);
    }
    if (plain.equals(PgTypes.BIT) || plain.equals(PgTypes.VARBIT)) {
      if (value < 1) {
        String word = plain.equals(PgTypes.BIT) ? "bit" : "varbit";
        throw invalid("length for type " + word + " must be at least 1", name);
      }
      return value;
    }
    if (isTime(plain)) {
      return Math.min(value, 6);
    }
    throw Analysis.at(
        new PgException(
            SqlState.SYNTAX_ERROR, "type modifier is not allowed for type \"" + type.name() + "\""),
        name.start());
  }

  private static boolean isTime(PgType type) {
    return type.equals(PgTypes.TIME)
        || type.equals(PgTypes.TIMETZ)
        || type.equals(PgTypes.TIMESTAMP)
        || type.equals(PgTypes.TIMESTAMPTZ);
  }

  private static int numeric(List<Integer> values, TypeName name) {
    int precision = values.get(0);
    if (values.size() > 2) {
      throw invalid("invalid NUMERIC type modifier", name);
    }
    if (precision < 1 || precision > 1000) {
      throw invalid("NUMERIC precision " + precision + " must be between 1 and 1000", name);
    }
    int scale = values.size() > 1 ? values.get(1) : 0;
    if (scale < -1000 || scale > 1000) {
      throw invalid("NUMERIC scale " + scale + " must be between -1000 and 1000", name);
    }
    return Typmods.numeric(precision, scale);
  }

  private static int interval(List<Integer> values) {
    return values.size() == 1
        ? Typmods.interval(values.get(0), -1)
        : Typmods.interval(values.get(0), Math.min(values.get(1), 6));
  }

  private static int integer(SqlNode modifier, TypeName name) {
    if (modifier instanceof PgLiteral literal && literal.text() != null) {
      try {
        return Integer.parseInt(literal.text());
      } catch (NumberFormatException e) {
        throw Analysis.at(
            new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "invalid input syntax for type integer: \"" + literal.text() + "\"")
                .withCause(e),
            modifier);
      }
    }
    throw Analysis.at(
        new PgException(
            SqlState.SYNTAX_ERROR, "type modifiers must be simple constants or identifiers"),
        name.start());
  }

  private static PgException invalid(String message, TypeName name) {
    return Analysis.at(new PgException(SqlState.INVALID_PARAMETER_VALUE, message), name.start());
  }
}
