package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AnyOperatorContext;
import io.duckgres.grammar.PostgresParser.QualifiedOperatorContext;
import io.duckgres.grammar.PostgresParser.SortOperatorContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.OperatorCall;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * An operator's name.
 *
 * @param schema schema of OPERATOR(schema.op), otherwise null
 * @param symbol the operator
 */
record OperatorName(String schema, String symbol) {

  static OperatorName of(Token operator) {
    return new OperatorName(null, Tokens.value(operator));
  }

  static OperatorName of(QualifiedOperatorContext context) {
    return context.anyOperator() == null ? of(context.getStart()) : of(context.anyOperator());
  }

  static OperatorName of(SortOperatorContext context) {
    return context.anyOperator() == null ? of(context.getStart()) : of(context.anyOperator());
  }

  OperatorCall call(SqlParserPos position, SqlNode left, SqlNode right) {
    return new OperatorCall(position, schema, symbol, left, right, null);
  }

  private static OperatorName of(AnyOperatorContext context) {
    String symbol = Tokens.value(context.op);
    List<String> schemas = Tokens.values(context.schema);
    if (schemas.size() > 1) {
      throw tooManyParts(schemas, symbol);
    }
    return new OperatorName(schemas.isEmpty() ? null : schemas.get(0), symbol);
  }

  private static PgException tooManyParts(List<String> schemas, String symbol) {
    List<String> parts = new ArrayList<>(schemas);
    parts.add(symbol);
    return schemas.size() == 2
        ? new PgException(
            SqlState.FEATURE_NOT_SUPPORTED,
            "cross-database references are not implemented: " + String.join(".", parts))
        : new PgException(SqlState.SYNTAX_ERROR, Names.tooManyParts(parts));
  }
}
