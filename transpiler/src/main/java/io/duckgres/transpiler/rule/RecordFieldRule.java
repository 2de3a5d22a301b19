package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgProc;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** {@code (f(x)).column} of a function with OUT arguments: the template of that column alone. */
final class RecordFieldRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return FieldCall.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FieldCall field = (FieldCall) node;
    if (!(field.base() instanceof FunctionCall call) || call.proc() == null) {
      return field;
    }
    FunctionRow row = FunctionRows.of(call.proc().signature());
    List<PgProc.Output> outputs = call.proc().outputs();
    if (row == null || row.columns().size() != outputs.size()) {
      return field;
    }
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).name().equals(field.field())) {
        return new TemplateCall(
            field.getParserPosition(),
            row.columns().get(i),
            call.arguments(),
            ExpressionType.of(outputs.get(i).type()));
      }
    }
    return field;
  }
}
