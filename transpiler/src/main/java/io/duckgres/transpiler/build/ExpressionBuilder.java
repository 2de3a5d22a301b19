package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AndExprContext;
import io.duckgres.grammar.PostgresParser.BexprContext;
import io.duckgres.grammar.PostgresParser.CommonFunctionContext;
import io.duckgres.grammar.PostgresParser.DefaultExprContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.IndexFunctionContext;
import io.duckgres.grammar.PostgresParser.NotExprContext;
import io.duckgres.grammar.PostgresParser.OrExprContext;
import io.duckgres.grammar.PostgresParser.PrefixOperatorExprContext;
import io.duckgres.grammar.PostgresParser.PrimaryContext;
import io.duckgres.grammar.PostgresParser.PrimaryExprContext;
import io.duckgres.grammar.PostgresParser.SignExprContext;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.LogicalCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Value expressions (manual: "Value Expressions"). Chains of operators are built in a loop, so that
 * their length is not bounded by the stack; brackets within brackets are bounded by the parser.
 */
public final class ExpressionBuilder {
  private ExpressionBuilder() {}

  /**
   * Any expression (gram.y: a_expr).
   *
   * @return never null
   * @throws io.duckgres.pgtype.PgException what gram.y refuses in code; 0A000 for syntax that the
   *     tree has no node for
   */
  public static SqlNode expression(ExprContext expression) {
    if (expression instanceof PrimaryExprContext primary) {
      return PrimaryBuilder.primary(primary.primary());
    }
    Deque<ExprContext> outer = new ArrayDeque<>();
    ExprContext at = expression;
    while (at.getChild(0) instanceof ExprContext inner) {
      outer.push(at);
      at = inner;
    }
    SqlNode node = first(at);
    while (!outer.isEmpty()) {
      ExprContext next = outer.pop();
      if (next instanceof AndExprContext) {
        node = chain(LogicalCall.Kind.AND, node, next, outer);
      } else if (next instanceof OrExprContext) {
        node = chain(LogicalCall.Kind.OR, node, next, outer);
      } else {
        node = PostfixBuilder.apply(node, next);
      }
    }
    return node;
  }

  /** Expressions in their order. */
  public static List<SqlNode> expressions(List<ExprContext> expressions) {
    List<SqlNode> nodes = new ArrayList<>(expressions.size());
    for (ExprContext expression : expressions) {
      nodes.add(expression(expression));
    }
    return nodes;
  }

  /** An expression without boolean operators (gram.y: b_expr). */
  public static SqlNode restricted(BexprContext expression) {
    return RestrictedExpressionBuilder.expression(expression);
  }

  /** An operand (gram.y: c_expr). */
  public static SqlNode primary(PrimaryContext primary) {
    return PrimaryBuilder.primary(primary);
  }

  /** A function with a syntax of its own (gram.y: func_expr_common_subexpr). */
  public static SqlNode function(CommonFunctionContext function) {
    return CommonFunctionBuilder.function(function);
  }

  /** A function of an index or a conflict target (gram.y: func_expr_windowless). */
  public static SqlNode indexFunction(IndexFunctionContext function) {
    if (function.commonFunction() != null) {
      return CommonFunctionBuilder.function(function.commonFunction());
    }
    if (function.jsonAggregate() != null) {
      return SqlJsonBuilder.aggregate(function.jsonAggregate());
    }
    return CallBuilder.plain(
        Names.function(function.functionName()), function.getStart(), function.callArguments());
  }

  private static SqlNode first(ExprContext context) {
    if (context instanceof PrimaryExprContext primary) {
      return PrimaryBuilder.primary(primary.primary());
    }
    if (context instanceof SignExprContext sign) {
      return OperatorBuilder.signed(sign.op, expression(sign.operand), sign);
    }
    if (context instanceof NotExprContext not) {
      return new LogicalCall(
          Tokens.position(not), LogicalCall.Kind.NOT, List.of(expression(not.operand)));
    }
    if (context instanceof PrefixOperatorExprContext prefix) {
      return OperatorBuilder.prefix(prefix.op, expression(prefix.operand), prefix);
    }
    return new DefaultValue(Tokens.position((DefaultExprContext) context));
  }

  /**
   * One call for a whole chain of AND or OR, at the first of the words. A chain in brackets on the
   * left becomes part of it, one on the right does not (gram.y: makeAndExpr).
   */
  private static LogicalCall chain(
      LogicalCall.Kind kind, SqlNode left, ExprContext first, Deque<ExprContext> outer) {
    List<SqlNode> operands = new ArrayList<>();
    LogicalCall flattened = left instanceof LogicalCall call && call.kind() == kind ? call : null;
    if (flattened != null) {
      operands.addAll(flattened.operands());
    } else {
      operands.add(left);
    }
    ExprContext last = first;
    operands.add(expression(right(first)));
    while (!outer.isEmpty() && outer.peek().getClass() == first.getClass()) {
      last = outer.pop();
      operands.add(expression(right(last)));
    }
    return new LogicalCall(
        flattened != null
            ? flattened.getParserPosition()
            : Tokens.position(Tokens.second(first), last),
        kind,
        operands);
  }

  private static ExprContext right(ExprContext logical) {
    return logical instanceof AndExprContext and ? and.right : ((OrExprContext) logical).right;
  }
}
