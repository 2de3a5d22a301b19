package io.duckgres.transpiler;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgCasts;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.ddl.ExpressionPlace;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValueFunction;
import org.apache.calcite.sql.SqlNode;

/**
 * Whether an expression always gives the same for the same values, as generated columns and indexes
 * demand.
 *
 * @see <a href="https://www.postgresql.org/docs/17/xfunc-volatility.html">Function Volatility
 *     Categories</a>; contain_mutable_functions of clauses.c
 */
final class Immutability {
  private Immutability() {}

  /**
   * Refuses what depends on more than its values where that matters.
   *
   * @param analyzed the typed expression
   * @throws PgException 42P17
   */
  static void check(SqlNode analyzed, ExpressionPlace place) {
    if (place == ExpressionPlace.GENERATION && !isImmutable(analyzed)) {
      throw new PgException(
          SqlState.INVALID_OBJECT_DEFINITION, "generation expression is not immutable");
    }
    if (place == ExpressionPlace.INDEX && !isImmutable(analyzed)) {
      throw new PgException(
          SqlState.INVALID_OBJECT_DEFINITION,
          "functions in index expression must be marked IMMUTABLE");
    }
  }

  private static boolean isImmutable(SqlNode node) {
    return isImmutableItself(node)
        && (!(node instanceof PgNode parent)
            || parent.getOperandList().stream().allMatch(Immutability::isImmutable));
  }

  private static boolean isImmutableItself(SqlNode node) {
    if (node instanceof ValueFunction) {
      return false;
    }
    if (node instanceof FunctionCall call) {
      return isImmutable(call.proc());
    }
    if (node instanceof OperatorCall call && call.operator() != null) {
      return isImmutable(functionOf(call.operator()));
    }
    if (node instanceof CastCall cast) {
      return isImmutable(cast);
    }
    return true;
  }

  private static boolean isImmutable(CastCall cast) {
    PgType source = Typed.typeOf(cast.operand());
    PgType target = cast.expressionType().type();
    if (source == null) {
      return true;
    }
    PgCast declared = PgCasts.find(source, target);
    if (declared != null) {
      return isImmutable(declared.function());
    }
    if (target.category() == 'S') {
      return isImmutable(conversion(source, "out"));
    }
    return source.category() != 'S' || isImmutable(conversion(target, "in"));
  }

  /** Of what is not PostgreSQL's own nothing is known. */
  private static boolean isImmutable(PgProc function) {
    return function == null || function.volatility() == 'i';
  }

  private static PgProc functionOf(PgOperator operator) {
    for (PgProc function : PgProcs.byName(operator.function())) {
      if (function.signature().equals(operator.signature())) {
        return function;
      }
    }
    return null;
  }

  /** The function that reads or writes a type's texts. */
  private static PgProc conversion(PgType type, String direction) {
    for (String name : new String[] {type.name() + "_" + direction, type.name() + direction}) {
      if (!PgProcs.byName(name).isEmpty()) {
        return PgProcs.byName(name).get(0);
      }
    }
    return null;
  }
}
