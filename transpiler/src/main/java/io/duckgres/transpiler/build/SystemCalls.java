package io.duckgres.transpiler.build;

import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.FunctionCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calls that the grammar makes of SQL's own syntax (gram.y: SystemFuncName). */
final class SystemCalls {
  static final String SCHEMA = "pg_catalog";

  private SystemCalls() {}

  static FunctionCall call(SqlParserPos position, String function, SqlNode... arguments) {
    return call(position, function, List.of(arguments));
  }

  static FunctionCall call(SqlParserPos position, String function, List<SqlNode> arguments) {
    return new FunctionCall(
        position,
        List.of(SCHEMA, function),
        arguments,
        CallOptions.SQL_SYNTAX,
        List.of(),
        null,
        null,
        null);
  }
}
