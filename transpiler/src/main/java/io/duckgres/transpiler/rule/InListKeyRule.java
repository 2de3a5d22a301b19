package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import org.apache.calcite.sql.SqlNode;

/** IN a list of values of which equal ones may have different texts: their keys are compared. */
final class InListKeyRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return InListCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    InListCall call = (InListCall) node;
    return needsKey(Typed.typeOf(call.value())) ? call.mapChildren(SortKeyRule::key) : call;
  }

  /** Whether equal values may have different texts. */
  static boolean needsKey(PgType type) {
    ValueForm form = type == null ? null : ValueForms.of(type);
    return PgTypes.JSONB.equals(type) || form != null && !form.hasUniqueText();
  }
}
