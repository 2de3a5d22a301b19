package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ArgumentContext;
import io.duckgres.grammar.PostgresParser.EscapeExprContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.NormalizeFunctionContext;
import io.duckgres.grammar.PostgresParser.OverlayFunctionContext;
import io.duckgres.grammar.PostgresParser.PositionFunctionContext;
import io.duckgres.grammar.PostgresParser.SubstringFunctionContext;
import io.duckgres.grammar.PostgresParser.TrimFunctionContext;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions on strings with SQL's own syntax (manual: "String Functions and Operators"). */
final class StringFunctionBuilder {
  private StringFunctionBuilder() {}

  static SqlNode normalize(SqlParserPos position, NormalizeFunctionContext context) {
    SqlNode text = ExpressionBuilder.expression(context.expr());
    return context.normalForm() == null
        ? SystemCalls.call(position, "normalize", text)
        : SystemCalls.call(
            position, "normalize", text, IsTestBuilder.normalForm(context.normalForm()));
  }

  static SqlNode overlay(SqlParserPos position, OverlayFunctionContext context) {
    if (context.replacement == null) {
      return ordinary(position, "overlay", context.arguments);
    }
    List<SqlNode> arguments = new ArrayList<>(4);
    arguments.add(string(context.arguments, context.PLACING().getSymbol()));
    arguments.add(ExpressionBuilder.expression(context.replacement));
    arguments.add(ExpressionBuilder.expression(context.start_));
    if (context.length != null) {
      arguments.add(ExpressionBuilder.expression(context.length));
    }
    return SystemCalls.call(position, "overlay", arguments);
  }

  /** {@code POSITION(a IN b)} is {@code position(b, a)}. */
  static SqlNode position(SqlParserPos position, PositionFunctionContext context) {
    SqlNode substring = ExpressionBuilder.restricted(context.substring);
    SqlNode string = ExpressionBuilder.restricted(context.string);
    return SystemCalls.call(position, "position", string, substring);
  }

  static SqlNode substring(SqlParserPos position, SubstringFunctionContext context) {
    if (context.from == null && context.length == null && context.pattern == null) {
      return ordinary(position, "substring", context.arguments);
    }
    Token behind = Tokens.after(context.arguments.get(0));
    List<SqlNode> arguments = new ArrayList<>(3);
    arguments.add(string(context.arguments, behind));
    if (context.pattern instanceof EscapeExprContext pattern) {
      arguments.add(ExpressionBuilder.expression(pattern.operand));
      arguments.add(ExpressionBuilder.expression(pattern.character));
    } else if (context.from == null) {
      // Without FROM it starts at 1; the length can only be a number.
      arguments.add(PgLiteral.number(SqlParserPos.ZERO, "1"));
      arguments.add(integer(context.length));
    } else {
      arguments.add(ExpressionBuilder.expression(context.from));
      if (context.length != null) {
        arguments.add(ExpressionBuilder.expression(context.length));
      }
    }
    return SystemCalls.call(position, "substring", arguments);
  }

  /** {@code TRIM(a FROM b)} is {@code btrim(b, a)}. */
  static SqlNode trim(SqlParserPos position, TrimFunctionContext context) {
    List<SqlNode> arguments = new ArrayList<>(ExpressionBuilder.expressions(context.from));
    arguments.addAll(ExpressionBuilder.expressions(context.expressions));
    int side = context.side == null ? PostgresParser.BOTH : context.side.getType();
    String function =
        switch (side) {
          case PostgresParser.LEADING -> "ltrim";
          case PostgresParser.TRAILING -> "rtrim";
          default -> "btrim";
        };
    return SystemCalls.call(position, function, arguments);
  }

  /** The same name called like any other function: user-defined ones are found as well. */
  private static SqlNode ordinary(
      SqlParserPos position, String function, List<ArgumentContext> arguments) {
    return new FunctionCall(
        position,
        List.of(function),
        CallBuilder.arguments(arguments),
        CallOptions.NONE,
        List.of(),
        null,
        null,
        null);
  }

  /** The first argument, which can't have a name before a keyword. */
  private static SqlNode string(List<ArgumentContext> arguments, Token keyword) {
    ArgumentContext string = arguments.get(0);
    if (string.argumentName != null) {
      throw BuildErrors.near("syntax error", keyword);
    }
    return ExpressionBuilder.expression(string.value);
  }

  private static SqlNode integer(ExprContext length) {
    TypeName type = TypeNameBuilder.system("int4", List.of(), length.getStart());
    SqlNode value = ExpressionBuilder.expression(length);
    return new CastCall(Tokens.position(length), value, type, false);
  }
}
