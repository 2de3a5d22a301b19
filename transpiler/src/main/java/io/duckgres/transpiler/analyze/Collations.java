package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgNode;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Collations: the engine compares by code point, as those do that PostgreSQL builds in. */
final class Collations {
  private static final Set<String> BY_CODE_POINT =
      Set.of("default", "C", "POSIX", "ucs_basic", "pg_c_utf8", "C.utf8", "C.UTF-8");
  private static final Set<String> LINGUISTIC = Set.of("unicode", "und-x-icu", "en-x-icu");

  private Collations() {}

  static void check(CollateCall call) {
    String name = call.collation().get(call.collation().size() - 1);
    if (BY_CODE_POINT.contains(name)) {
      return;
    }
    if (LINGUISTIC.contains(name)) {
      throw Analysis.at(PgException.notSupported("collation \"" + name + "\""), call);
    }
    throw Analysis.error(
        SqlState.UNDEFINED_OBJECT,
        "collation \""
            + String.join(".", call.collation())
            + "\" for encoding \"UTF8\" does not exist",
        call);
  }

  /**
   * Two explicit collations can't meet in one operator or function.
   *
   * @throws PgException 42P21
   */
  static void requireOne(List<SqlNode> operands) {
    CollateCall found = null;
    for (SqlNode operand : operands) {
      CollateCall collated = explicit(operand);
      if (collated != null && found != null && !name(collated).equals(name(found))) {
        throw Analysis.error(
            SqlState.COLLATION_MISMATCH,
            "collation mismatch between explicit collations \""
                + name(found)
                + "\" and \""
                + name(collated)
                + "\"",
            collated);
      }
      found = found == null ? collated : found;
    }
  }

  /** The COLLATE that decides an expression's collation; null when none is written. */
  private static CollateCall explicit(SqlNode node) {
    if (node instanceof CollateCall call) {
      return call;
    }
    boolean passes =
        node instanceof OperatorCall || node instanceof FunctionCall || node instanceof CastCall;
    if (passes) {
      for (SqlNode operand : ((PgNode) node).getOperandList()) {
        CollateCall found = explicit(operand);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String name(CollateCall call) {
    return call.collation().get(call.collation().size() - 1);
  }
}
