package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Functions of any number of values of any types that are given an array with VARIADIC. */
final class VariadicArray {
  private static final Template NULLS =
      Template.parse("CAST(len({0}) - list_count({0}) AS INTEGER)");
  private static final Template NON_NULLS = Template.parse("CAST(list_count({0}) AS INTEGER)");
  private static final Template FORMAT = Template.parse("pg_format_list({0}, {1})");

  private VariadicArray() {}

  /**
   * @throws PgException 0A000 for functions that take no array
   */
  static SqlNode call(FunctionCall call) {
    List<SqlNode> arguments = call.arguments();
    SqlNode array = arguments.get(arguments.size() - 1);
    PgType type = Typed.typeOf(array);
    if (type != null && type.isArray() && arguments.size() == fixed(call) + 1) {
      switch (call.proc().name()) {
        case "concat":
          return JsonValues.joined(array, type, List.of(JsonValues.string("")));
        case "concat_ws":
          return JsonValues.joined(array, type, List.of(arguments.get(0)));
        case "num_nulls":
          return template(call, NULLS, array);
        case "num_nonnulls":
          return template(call, NON_NULLS, array);
        case "format":
          return template(call, FORMAT, arguments.get(0), JsonValues.of(array));
        default:
          break;
      }
    }
    throw PgException.notSupported("VARIADIC in a call of " + call.proc().name())
        .withPosition(Positions.start(call) + 1);
  }

  private static int fixed(FunctionCall call) {
    return call.proc().argumentTypes().size() - 1;
  }

  private static SqlNode template(FunctionCall call, Template template, SqlNode... operands) {
    return new TemplateCall(
        call.getParserPosition(), template, List.of(operands), call.expressionType());
  }
}
