package io.duckgres.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's parser: SQL text to parse trees.
 *
 * <p>Never throws for any text: what PostgreSQL would refuse comes back as a {@link SyntaxError} in
 * PostgreSQL's words, with SQLSTATE and position. Safe for any number of threads.
 */
public final class PostgresSql {
  private PostgresSql() {}

  /**
   * Parses every statement of a script; one that can't be parsed does not keep its neighbours from
   * it.
   */
  public static ParsedScript parse(String text) {
    PostgresLexer.Result lexed = PostgresLexer.scan(text);
    List<ParsedStatement> statements = new ArrayList<>();
    for (StatementSplitter.Piece piece : StatementSplitter.split(text, lexed.tokens())) {
      statements.add(statement(text, piece, lexed.notices()));
    }
    return new ParsedScript(text, statements);
  }

  /** Parses an expression that stands alone. */
  public static ParsedFragment<PostgresParser.ExprContext> parseExpression(String text) {
    PostgresLexer.Result lexed = PostgresLexer.scan(text);
    TokenParser<PostgresParser.SingleExpressionContext> parser =
        new TokenParser<>(
            text,
            lexed.tokens(),
            text.length(),
            PostgresParser.RULE_singleExpression,
            PostgresParser::singleExpression);
    var root = parser.parse();
    var tree = root == null ? null : root.expr();
    return new ParsedFragment<>(tree, parser.error(), lexed.notices());
  }

  /**
   * Parses a type's name as PostgreSQL reads it where a cast's target stands: {@code
   * numeric(10,2)[]}.
   */
  public static ParsedFragment<PostgresParser.TypeNameContext> parseTypeName(String text) {
    PostgresLexer.Result lexed = PostgresLexer.scan(text);
    TokenParser<PostgresParser.SingleTypeNameContext> parser =
        new TokenParser<>(
            text,
            lexed.tokens(),
            text.length(),
            PostgresParser.RULE_singleTypeName,
            PostgresParser::singleTypeName);
    var root = parser.parse();
    var tree = root == null ? null : root.typeName();
    return new ParsedFragment<>(tree, parser.error(), lexed.notices());
  }

  /**
   * Parses statements of every common shape, so that the first client does not wait for the parser
   * to learn its grammar: some 100 ms once per process. Meant for a thread in the background.
   */
  public static void warmUp() {
    WarmUp.statements().forEach(PostgresSql::parse);
  }

  private static ParsedStatement statement(
      String text, StatementSplitter.Piece piece, List<Notice> notices) {
    int start = piece.tokens().get(0).getStartIndex();
    int stop = piece.tokens().get(piece.tokens().size() - 1).end();
    TokenParser<PostgresParser.SingleStatementContext> parser =
        new TokenParser<>(
            text,
            piece.tokens(),
            piece.end(),
            PostgresParser.RULE_singleStatement,
            PostgresParser::singleStatement);
    var root = parser.parse();
    var tree = root == null ? null : root.statement();
    List<Notice> own =
        notices.stream().filter(n -> n.offset() >= start && n.offset() < stop).toList();
    return new ParsedStatement(text.substring(start, stop), start, stop, tree, parser.error(), own);
  }
}
