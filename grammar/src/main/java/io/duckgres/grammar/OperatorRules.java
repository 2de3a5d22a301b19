package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.BexprContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.PrimaryContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Expressions that PostgreSQL's table of precedences refuses (manual: "Operator Precedence"):
 * comparisons, LIKE and its kin, and IS do not associate; ANY stands behind an operator only;
 * ESCAPE belongs to a pattern.
 */
final class OperatorRules {
  /** Operators among which there is no association. */
  private enum Group {
    COMPARISON,
    PATTERN,
    IS
  }

  private OperatorRules() {}

  static void check(ExprContext context, SyntaxRules rules) {
    Group group = group(context);
    if (group != null && context.getChild(0) instanceof ExprContext left) {
      if (group(left) == group && isOpenToTheRight(left)) {
        rules.refuse(operator(context));
      }
      if (last(context) instanceof ExprContext right && group(right) == group) {
        rules.refuse(operator(right));
      }
    }
    if (context instanceof PostgresParser.EscapeExprContext escape && !isPattern(escape)) {
      rules.refuse(isTarget(escape) ? escape.character.getStart() : escape.ESCAPE().getSymbol());
    }
    if (context instanceof PostgresParser.OverlapsExprContext overlaps) {
      checkOverlaps(overlaps, rules);
    }
  }

  static void check(BexprContext context, SyntaxRules rules) {
    Group group = group(context);
    if (group != null && context.getChild(0) instanceof BexprContext left) {
      if (group(left) == group && last(left) instanceof BexprContext) {
        rules.refuse(operator(context));
      }
    }
  }

  private static Group group(ParserRuleContext context) {
    if (context instanceof PostgresParser.ComparisonExprContext
        || context instanceof PostgresParser.ComparisonBexprContext) {
      return Group.COMPARISON;
    }
    if (context instanceof PostgresParser.LikeExprContext
        || context instanceof PostgresParser.BetweenExprContext
        || context instanceof PostgresParser.InExprContext) {
      return Group.PATTERN;
    }
    return context instanceof PostgresParser.IsExprContext
            || context instanceof PostgresParser.DistinctFromExprContext
            || context instanceof PostgresParser.IsNullExprContext
            || context instanceof PostgresParser.NotNullExprContext
            || context instanceof PostgresParser.DistinctFromBexprContext
            || context instanceof PostgresParser.IsDocumentBexprContext
        ? Group.IS
        : null;
  }

  /**
   * Whether a further operator could have taken the last operand away; not behind brackets, and ANY
   * is in brackets.
   */
  private static boolean isOpenToTheRight(ExprContext context) {
    return last(context) instanceof ExprContext right && !isQuantified(right);
  }

  private static boolean isQuantified(ExprContext context) {
    return context instanceof PostgresParser.PrimaryExprContext primary
        && primary.primary() instanceof PostgresParser.QuantifiedPrimaryContext;
  }

  private static Object last(ParserRuleContext context) {
    return context.getChild(context.getChildCount() - 1);
  }

  /** The first token behind the left operand. */
  private static Token operator(ParserRuleContext context) {
    Object second = context.getChild(1);
    return second instanceof TerminalNode terminal
        ? terminal.getSymbol()
        : ((ParserRuleContext) second).getStart();
  }

  /** Whether ESCAPE would be a label, so that only what follows it is wrong. */
  private static boolean isTarget(ExprContext context) {
    ParserRuleContext outer = context;
    while (outer instanceof ExprContext) {
      outer = outer.getParent();
    }
    return outer instanceof PostgresParser.ExprTargetContext;
  }

  private static boolean isPattern(PostgresParser.EscapeExprContext escape) {
    ParserRuleContext parent = escape.getParent();
    boolean nested = escape.operand instanceof PostgresParser.EscapeExprContext;
    if (nested || isQuantified(escape.operand)) {
      return false;
    }
    return parent instanceof PostgresParser.LikeExprContext like && like.pattern == escape
        || parent instanceof PostgresParser.SubstringFunctionContext substring
            && substring.pattern == escape;
  }

  /** Whether ANY stands where it may, as the right operand of an operator. */
  static boolean isBehindOperator(PostgresParser.QuantifiedPrimaryContext quantified) {
    ParserRuleContext operand = quantified.getParent();
    ParserRuleContext parent = operand.getParent();
    if (parent instanceof PostgresParser.LikeExprContext like) {
      return like.pattern == operand && like.SIMILAR() == null;
    }
    if (parent instanceof PostgresParser.EscapeExprContext escape) {
      // Refused at ESCAPE.
      return escape.operand == operand;
    }
    return parent instanceof PostgresParser.ComparisonExprContext comparison
            && comparison.right == operand
        || parent instanceof PostgresParser.ArithmeticExprContext arithmetic
            && arithmetic.right == operand
        || parent instanceof PostgresParser.OperatorExprContext operator
            && operator.right == operand;
  }

  private static void checkOverlaps(
      PostgresParser.OverlapsExprContext overlaps, SyntaxRules rules) {
    if (!isRow(overlaps.left)) {
      rules.refuse(overlaps.OVERLAPS().getSymbol());
    } else if (!isRow(overlaps.right)) {
      rules.refuse(overlaps.right.getStart());
    }
  }

  private static boolean isRow(ExprContext context) {
    if (!(context instanceof PostgresParser.PrimaryExprContext operand)) {
      return false;
    }
    PrimaryContext primary = operand.primary();
    return primary instanceof PostgresParser.RowPrimaryContext
        || primary instanceof PostgresParser.ParenthesesPrimaryContext row
            && row.expressions.size() > 1;
  }
}
