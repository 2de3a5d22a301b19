package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.IsDocumentTestContext;
import io.duckgres.grammar.PostgresParser.IsExprContext;
import io.duckgres.grammar.PostgresParser.IsFalseTestContext;
import io.duckgres.grammar.PostgresParser.IsJsonTestContext;
import io.duckgres.grammar.PostgresParser.IsNormalizedTestContext;
import io.duckgres.grammar.PostgresParser.IsNullTestContext;
import io.duckgres.grammar.PostgresParser.IsTestContext;
import io.duckgres.grammar.PostgresParser.IsTrueTestContext;
import io.duckgres.grammar.PostgresParser.NormalFormContext;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.TestCall;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Tests behind IS, at that word. */
final class IsTestBuilder {
  private IsTestBuilder() {}

  static SqlNode is(SqlParserPos position, SqlNode left, IsExprContext context) {
    boolean negated = context.negation != null;
    if (context.test instanceof IsNormalizedTestContext normalized) {
      return normalized(position, left, normalized, negated);
    }
    if (context.test instanceof IsJsonTestContext json) {
      SqlNode test = SqlJsonBuilder.test(position, left, json);
      return negated ? new LogicalCall(position, LogicalCall.Kind.NOT, List.of(test)) : test;
    }
    if (context.test instanceof IsDocumentTestContext) {
      throw BuildErrors.notSupported("IS DOCUMENT", Tokens.second(context));
    }
    return new TestCall(position, kind(context.test, negated), left);
  }

  /** A normal form's name as the functions take it. */
  static PgLiteral normalForm(NormalFormContext form) {
    String name = Tokens.value(form).toUpperCase(Locale.ROOT);
    return PgLiteral.string(Tokens.position(form), name);
  }

  private static SqlNode normalized(
      SqlParserPos position, SqlNode left, IsNormalizedTestContext test, boolean negated) {
    NormalFormContext form = test.normalForm();
    SqlNode call =
        form == null
            ? SystemCalls.call(position, "is_normalized", left)
            : SystemCalls.call(position, "is_normalized", left, normalForm(form));
    return negated ? new LogicalCall(position, LogicalCall.Kind.NOT, List.of(call)) : call;
  }

  private static TestCall.Kind kind(IsTestContext test, boolean negated) {
    if (test instanceof IsNullTestContext) {
      return negated ? TestCall.Kind.IS_NOT_NULL : TestCall.Kind.IS_NULL;
    }
    if (test instanceof IsTrueTestContext) {
      return negated ? TestCall.Kind.IS_NOT_TRUE : TestCall.Kind.IS_TRUE;
    }
    if (test instanceof IsFalseTestContext) {
      return negated ? TestCall.Kind.IS_NOT_FALSE : TestCall.Kind.IS_FALSE;
    }
    return negated ? TestCall.Kind.IS_NOT_UNKNOWN : TestCall.Kind.IS_UNKNOWN;
  }
}
