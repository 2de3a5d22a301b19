package io.duckgres.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser adds to ANTLR's: a bound on nesting. The parser calls itself for every
 * level, so without the bound a long row of brackets would overflow the thread's stack; PostgreSQL
 * has max_stack_depth for the same purpose.
 */
abstract class PostgresParserBase extends Parser {
  /**
   * Rules within rules. A pair of brackets in an expression takes two, a sub-select ten. One
   * megabyte of stack was seen to hold 1,000 at every stage of compilation, and not always 1,300.
   */
  static final int MAXIMAL_DEPTH = 1000;

  private int depth;

  PostgresParserBase(TokenStream input) {
    super(input);
  }

  @Override
  public void enterRule(ParserRuleContext localctx, int state, int ruleIndex) {
    descend();
    super.enterRule(localctx, state, ruleIndex);
  }

  @Override
  public void exitRule() {
    depth--;
    super.exitRule();
  }

  @Override
  public void enterRecursionRule(
      ParserRuleContext localctx, int state, int ruleIndex, int precedence) {
    descend();
    super.enterRecursionRule(localctx, state, ruleIndex, precedence);
  }

  @Override
  public void unrollRecursionContexts(ParserRuleContext parent) {
    depth--;
    super.unrollRecursionContexts(parent);
  }

  private void descend() {
    if (++depth > MAXIMAL_DEPTH) {
      throw new NestingLimitException();
    }
  }
}
