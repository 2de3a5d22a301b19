package io.duckgres.grammar;

import java.util.ArrayDeque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * What PostgreSQL's parser refuses and our grammar, to stay free of look-ahead, does not: places
 * where its table of precedences stops, and what the actions of src/backend/parser/gram.y complain
 * about.
 */
final class SyntaxRules {
  private final String text;
  private final TokenList tokens;
  private SyntaxError first;
  private int firstOffset = Integer.MAX_VALUE;

  private SyntaxRules(String text, TokenList tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * The first offence in the order of the text, or null. Walks without recursion: trees may be
   * deep.
   */
  static SyntaxError check(String text, TokenList tokens, ParserRuleContext root) {
    SyntaxRules rules = new SyntaxRules(text, tokens);
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
          OperatorRules.check((PostgresParser.ExprContext) context, this);
      case PostgresParser.RULE_bexpr ->
          OperatorRules.check((PostgresParser.BexprContext) context, this);
      case PostgresParser.RULE_primary ->
          ExpressionRules.check((PostgresParser.PrimaryContext) context, this);
      case PostgresParser.RULE_nameExpr ->
          ExpressionRules.check((PostgresParser.NameExprContext) context, this);
      case PostgresParser.RULE_functionCall ->
          ExpressionRules.check((PostgresParser.FunctionCallContext) context, this);
      case PostgresParser.RULE_commonFunction ->
          ExpressionRules.check((PostgresParser.CommonFunctionContext) context, this);
      case PostgresParser.RULE_insertColumn ->
          ExpressionRules.check((PostgresParser.InsertColumnContext) context, this);
      case PostgresParser.RULE_builtinType ->
          ExpressionRules.check((PostgresParser.BuiltinTypeContext) context, this);
      case PostgresParser.RULE_selectStmt ->
          QueryRules.check((PostgresParser.SelectStmtContext) context, this);
      case PostgresParser.RULE_dataStatement ->
          QueryRules.check((PostgresParser.DataStatementContext) context, this);
      case PostgresParser.RULE_tablePrimary ->
          QueryRules.check((PostgresParser.TablePrimaryContext) context, this);
      case PostgresParser.RULE_functionAlias ->
          QueryRules.check((PostgresParser.FunctionAliasContext) context, this);
      case PostgresParser.RULE_rowsFromItem ->
          QueryRules.check((PostgresParser.RowsFromItemContext) context, this);
      case PostgresParser.RULE_limitClause ->
          QueryRules.check((PostgresParser.LimitClauseContext) context, this);
      case PostgresParser.RULE_frameClause ->
          FrameRules.check((PostgresParser.FrameClauseContext) context, this);
      case PostgresParser.RULE_jsonFormat,
          PostgresParser.RULE_jsonAggregate,
          PostgresParser.RULE_xmlTableColumn ->
          XmlJsonRules.check(context, this);
      default -> DefinitionRules.check(context, this);
    }
  }

  /** PostgreSQL stops here with a plain syntax error. */
  void refuse(Token token) {
    refuseNear(token, "syntax error");
  }

  /** PostgreSQL stops here with a message of its own and the token's text. */
  void refuseNear(Token token, String message) {
    PostgresToken wrong = (PostgresToken) token;
    SyntaxError error = LexicalErrors.nearError(text, wrong.getStartIndex(), wrong.end(), message);
    refuse(token, error);
  }

  /** The token behind what was read. */
  Token behind(ParserRuleContext context) {
    return behind(context.getStop());
  }

  Token behind(Token token) {
    return tokens.get(token.getTokenIndex() + 1);
  }

  /** PostgreSQL stops at the token, an error of class 42601, in words of its own. */
  void refuse(Token token, String message) {
    refuse(token, SyntaxError.SYNTAX_ERROR, message);
  }

  void refuse(Token token, String sqlState, String message) {
    refuse(token, new SyntaxError(sqlState, message, position(token), null, null));
  }

  /** An error for which PostgreSQL names no position. */
  void refuseSomewhere(Token token, String sqlState, String message) {
    refuse(token, new SyntaxError(sqlState, message, 0, null, null));
  }

  void refuse(Token token, SyntaxError error) {
    if (first == null || token.getStartIndex() < firstOffset) {
      first = error;
      firstOffset = token.getStartIndex();
    }
  }

  int position(Token token) {
    return CodePoints.position(text, token.getStartIndex());
  }
}
