package io.duckgres.grammar;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** The tokens of one statement as ANTLR's parser reads them. */
final class TokenList implements TokenStream {
  private final String source;
  private final PostgresToken[] tokens;
  private int at;

  /**
   * @param tokens tokens of the statement, without one for its end
   * @param end offset of the semicolon behind the statement, or the text's length
   */
  TokenList(String source, List<PostgresToken> tokens, int end) {
    this.source = source;
    this.tokens = tokens.toArray(new PostgresToken[tokens.size() + 1]);
    int stop = end < source.length() ? end : end - 1;
    this.tokens[tokens.size()] = new PostgresToken(Token.EOF, source, end, stop, "");
    for (int index = 0; index < this.tokens.length; index++) {
      this.tokens[index].setIndex(index);
    }
  }

  @Override
  public PostgresToken LT(int k) {
    int wanted = k < 0 ? at + k : at + k - 1;
    return wanted < 0 ? null : get(Math.min(wanted, tokens.length - 1));
  }

  @Override
  public int LA(int k) {
    int wanted = k < 0 ? at + k : at + k - 1;
    return wanted < 0
        ? Token.INVALID_TYPE
        : wanted < tokens.length ? tokens[wanted].getType() : Token.EOF;
  }

  @Override
  public PostgresToken get(int index) {
    return tokens[index];
  }

  @Override
  public void consume() {
    // The end may be read any number of times and stays there.
    if (at < tokens.length - 1) {
      at++;
    }
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, tokens.length - 1);
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // Everything stays in memory.
  }

  @Override
  public String getSourceName() {
    return "SQL";
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, tokens.length - 1));
  }

  @Override
  public String getText(Interval interval) {
    if (tokens.length == 1 || interval.b < interval.a) {
      return "";
    }
    int last = Math.min(interval.b, tokens.length - 2);
    return source.substring(tokens[interval.a].getStartIndex(), tokens[last].end());
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
