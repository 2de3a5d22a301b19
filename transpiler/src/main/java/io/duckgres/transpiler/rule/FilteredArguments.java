package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgProc;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Arguments of an aggregate with FILTER, which PostgreSQL computes only for rows that pass: for
 * others a division by zero is no error. The engine computes them for all rows.
 */
final class FilteredArguments {
  private static final Template GUARD = Template.parse("CASE WHEN {0} THEN {1} END");

  private FilteredArguments() {}

  /** The call with computed arguments NULL for rows that do not pass. */
  static FunctionCall guarded(FunctionCall call) {
    if (call.filter() == null
        || call.proc() == null
        || call.proc().kind() != PgProc.Kind.AGGREGATE
        || call.options().distinct()
        || call.options().withinGroup()
        || call.arguments().stream().allMatch(FilteredArguments::isPlain)) {
      return call;
    }
    List<SqlNode> arguments = new ArrayList<>();
    for (SqlNode argument : call.arguments()) {
      arguments.add(
          isPlain(argument)
              ? argument
              : new TemplateCall(
                  argument.getParserPosition(),
                  GUARD,
                  List.of(call.filter(), argument),
                  Typed.of(argument)));
    }
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        arguments,
        call.options(),
        call.orderBy(),
        call.filter(),
        call.over(),
        call.proc(),
        call.expressionType());
  }

  /** Rows are taken apart, and what is not computed raises no error. */
  private static boolean isPlain(SqlNode argument) {
    return argument instanceof ColumnRef
        || argument instanceof PgLiteral
        || argument instanceof ParameterRef
        || Typed.of(argument) == null
        || JsonValues.isRow(argument);
  }
}
