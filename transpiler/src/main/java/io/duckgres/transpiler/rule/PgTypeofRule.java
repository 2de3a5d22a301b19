package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Typed;
import org.apache.calcite.sql.SqlNode;

/** pg_typeof: the analysis knows the type already. */
final class PgTypeofRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = (FunctionCall) node;
    if (call.proc() == null || !call.proc().signature().equals("pg_typeof(any)")) {
      return call;
    }
    PgType type = Typed.typeOf(call.arguments().get(0));
    return new PgLiteral(
        call.getParserPosition(), Integer.toUnsignedString(type.oid()), call.expressionType());
  }
}
