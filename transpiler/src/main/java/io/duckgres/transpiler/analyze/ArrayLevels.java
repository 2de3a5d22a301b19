package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.EngineTypeNames;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * How many lists within each other the engine has for an array. PostgreSQL tells that by value, the
 * engine by type: where arrays meet, they must have as many.
 */
final class ArrayLevels {
  private ArrayLevels() {}

  /** The most that one of the nodes has. */
  static int most(List<SqlNode> nodes) {
    int most = 1;
    for (SqlNode node : nodes) {
      most = Math.max(most, Typed.levelsOf(node));
    }
    return most;
  }

  /** The type that has the levels of the node, if both are arrays. */
  static ExpressionType as(PgType type, SqlNode node) {
    return ExpressionType.of(type).withLevels(Typed.levelsOf(node));
  }

  /**
   * The array as one of so many levels. An array without elements can be one of any; others are
   * refused when they are met.
   */
  static SqlNode bring(SqlNode node, int levels) {
    ExpressionType type = Typed.of(node);
    if (type == null || !type.type().isArray() || type.levels() == levels) {
      return node;
    }
    ExpressionType wanted = type.withLevels(levels);
    if (node instanceof PgLiteral literal && literal.isNullValue()) {
      return literal.typed(wanted);
    }
    if (node instanceof CastCall cast && isEmpty(cast.operand())) {
      return cast.typed(wanted);
    }
    String refused =
        "an array of "
            + type.levels()
            + " dimensions where arrays have "
            + levels
            + (levels == 1 ? " dimension" : " dimensions");
    Template template =
        Template.parse(
            "CASE WHEN len({0}) = 0 THEN CAST([] AS "
                + EngineTypeNames.of(wanted)
                + ") WHEN {0} IS NOT NULL THEN error('[0A000] "
                + refused.replace("1 dimensions where", "1 dimension where")
                + " is not supported') END");
    return new TemplateCall(node.getParserPosition(), template, List.of(node), wanted);
  }

  /** Whether arrays have different levels, those aside that may have any. */
  static boolean differ(List<SqlNode> nodes) {
    int levels = 0;
    for (SqlNode node : nodes) {
      boolean any =
          node instanceof PgLiteral literal && literal.isNullValue()
              || node instanceof CastCall cast && isEmpty(cast.operand());
      if (!any && levels > 0 && Typed.levelsOf(node) != levels) {
        return true;
      }
      levels = any ? levels : Typed.levelsOf(node);
    }
    return false;
  }

  /** All nodes as arrays of the most levels that one of them has; others are left as they are. */
  static List<SqlNode> alike(List<SqlNode> nodes) {
    int levels = most(nodes);
    if (levels == 1) {
      return nodes;
    }
    List<SqlNode> alike = new ArrayList<>();
    for (SqlNode node : nodes) {
      alike.add(bring(node, levels));
    }
    return alike;
  }

  private static boolean isEmpty(SqlNode node) {
    return node instanceof ArrayCall array && array.elements().isEmpty();
  }

  /** The type of a call's result: an array has the levels of the arguments that it is made of. */
  static ExpressionType ofCall(PgProc proc, PgType result, List<SqlNode> arguments) {
    ExpressionType type = ExpressionType.of(result);
    if (!result.isArray()) {
      return type;
    }
    return switch (proc.signature()) {
      case "array_agg(anyarray)" -> type.withLevels(Typed.levelsOf(arguments.get(0)) + 1);
      case "array_fill(anyelement,_int4)", "array_fill(anyelement,_int4,_int4)" ->
          type.withLevels(written(arguments.get(1)));
      default ->
          Polymorphism.isPolymorphic(proc.resultType()) ? type.withLevels(most(arguments)) : type;
    };
  }

  /** The number of elements of an array that is written out, at least 1. */
  private static int written(SqlNode node) {
    SqlNode inner = node;
    while (inner instanceof CastCall cast) {
      inner = cast.operand();
    }
    return inner instanceof ArrayCall array ? Math.max(1, array.elements().size()) : 1;
  }
}
