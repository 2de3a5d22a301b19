package io.duckgres.grammar;

import java.util.ArrayDeque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * What PostgreSQL's grammar refuses and ours, to stay free of look-ahead, does not. Each rule names
 * the token at which PostgreSQL stops.
 */
final class SyntaxRules {
  private final String text;
  private SyntaxError first;

  private SyntaxRules(String text) {
    this.text = text;
  }

  /**
   * The first offence in the tree in the order of the text, or null. Walks without recursion: trees
   * may be deep.
   */
  static SyntaxError check(String text, ParserRuleContext root) {
    SyntaxRules rules = new SyntaxRules(text);
    ArrayDeque<ParserRuleContext> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      ParserRuleContext context = open.pop();
      rules.check(context);
      List<ParseTree> children = context.children;
      if (children != null) {
        for (int i = 0; i < children.size(); i++) {
          if (children.get(i) instanceof ParserRuleContext child) {
            open.push(child);
          }
        }
      }
    }
    return rules.first;
  }

  private void check(ParserRuleContext context) {
    switch (context.getRuleIndex()) {
      case PostgresParser.RULE_expr ->
          ExpressionRules.check((PostgresParser.ExprContext) context, this);
      case PostgresParser.RULE_bexpr ->
          ExpressionRules.check((PostgresParser.BexprContext) context, this);
      case PostgresParser.RULE_primary ->
          ExpressionRules.check((PostgresParser.PrimaryContext) context, this);
      case PostgresParser.RULE_nameExpr ->
          ExpressionRules.check((PostgresParser.NameExprContext) context, this);
      case PostgresParser.RULE_commonFunction ->
          ExpressionRules.check((PostgresParser.CommonFunctionContext) context, this);
      case PostgresParser.RULE_tablePrimary ->
          QueryRules.check((PostgresParser.TablePrimaryContext) context, this);
      case PostgresParser.RULE_functionAlias ->
          QueryRules.check((PostgresParser.FunctionAliasContext) context, this);
      case PostgresParser.RULE_limitClause ->
          QueryRules.check((PostgresParser.LimitClauseContext) context, this);
      default -> {}
    }
  }

  /** PostgreSQL stops here with a plain syntax error. */
  void refuse(Token token) {
    PostgresToken wrong = (PostgresToken) token;
    refuse(LexicalErrors.nearError(text, wrong.getStartIndex(), wrong.end(), "syntax error"));
  }

  /** PostgreSQL stops at the token in words of its own. */
  void refuse(Token token, String message, String hint) {
    int position = CodePoints.position(text, token.getStartIndex());
    refuse(new SyntaxError(SyntaxError.SYNTAX_ERROR, message, position, null, hint));
  }

  private void refuse(SyntaxError error) {
    if (first == null || error.position() < first.position()) {
      first = error;
    }
  }
}
