package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.FetchCountContext;
import io.duckgres.grammar.PostgresParser.FetchFirstContext;
import io.duckgres.grammar.PostgresParser.LimitClauseContext;
import io.duckgres.grammar.PostgresParser.LimitContext;
import io.duckgres.transpiler.tree.PgLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** LIMIT and FETCH FIRST (manual: SELECT, "LIMIT Clause"). */
final class LimitBuilder {
  private LimitBuilder() {}

  /** The count; NULL for LIMIT ALL, 1 for FETCH FIRST ROW. */
  static SqlNode limit(LimitClauseContext context) {
    if (context instanceof LimitContext limit) {
      return limit.count == null
          ? PgLiteral.nullValue(Tokens.position(limit.ALL().getSymbol()))
          : ExpressionBuilder.expression(limit.count);
    }
    FetchCountContext count = ((FetchFirstContext) context).count;
    if (count == null) {
      return PgLiteral.number(SqlParserPos.ZERO, "1");
    }
    return count.sign == null
        ? ExpressionBuilder.primary(count.primary())
        : OperatorBuilder.signed(count.sign, LiteralBuilder.number(count.number), count);
  }

  static boolean isWithTies(LimitClauseContext context) {
    return context instanceof FetchFirstContext fetch && fetch.ties != null;
  }
}
