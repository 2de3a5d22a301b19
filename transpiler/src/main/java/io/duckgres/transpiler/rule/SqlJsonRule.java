package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** JSON_OBJECT and JSON_ARRAY. */
final class SqlJsonRule implements StructuralRule {
  private static final Template OBJECT = Template.parse("pg_sqljson_object({*})");
  private static final Template ARRAY = Template.parse("pg_sqljson_array({*})");
  private static final Template BINARY = Template.parse("pg_jsonb_in(pg_sqljson_array({*}))");

  @Override
  public Class<? extends SqlNode> matches() {
    return SqlJsonCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    SqlJsonCall call = (SqlJsonCall) node;
    boolean object = call.kind() == SqlJsonCall.Kind.OBJECT;
    boolean binary = PgTypes.JSONB.equals(call.expressionType().type());
    Boolean absent = call.options().absentOnNull();
    StringBuilder flags = new StringBuilder();
    flags.append((absent == null ? !object : absent) ? "ABSENT," : "");
    flags.append(call.options().uniqueKeys() ? "UNIQUE," : "");
    flags.append(binary ? "JSONB," : "");
    List<SqlNode> parts = new ArrayList<>();
    parts.add(JsonValues.string(flags.toString()));
    for (int i = 0; i < call.operands().size(); i++) {
      SqlNode operand = call.operands().get(i);
      parts.add(object && i % 2 == 0 ? JsonCallRule.key(operand) : JsonValues.of(operand));
    }
    return new TemplateCall(
        call.getParserPosition(),
        object ? OBJECT : binary ? BINARY : ARRAY,
        parts,
        call.expressionType());
  }
}
