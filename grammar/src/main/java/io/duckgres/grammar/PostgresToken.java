package io.duckgres.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * A token of PostgreSQL's lexer: where it stands in the source text and what it means.
 *
 * <p>{@link #value()} is the decoded text: an identifier folded to lower case (or as written
 * between its quotes), a keyword in lower case, the content of a string literal, a number without
 * its underscores, a bit string's digits after its {@code b} or {@code x}, a parameter's number, an
 * operator's name ({@code !=} is {@code <>}). Nobody has to look at the source text again.
 */
public final class PostgresToken implements Token {
  private final String source;
  private final int start;
  private final int stop;
  private final String value;
  private final Keyword keyword;
  private final SyntaxError error;
  private int type;
  private int index = -1;

  PostgresToken(int type, String source, int start, int stop, String value) {
    this(type, source, start, stop, value, null, null);
  }

  PostgresToken(
      int type,
      String source,
      int start,
      int stop,
      String value,
      Keyword keyword,
      SyntaxError error) {
    this.type = type;
    this.source = source;
    this.start = start;
    this.stop = stop;
    this.value = value;
    this.keyword = keyword;
    this.error = error;
  }

  /** The decoded text, see the class; empty at the end of input, never null. */
  public String value() {
    return value;
  }

  /** The keyword that this token is, or null; a quoted identifier is never a keyword. */
  public Keyword keyword() {
    return keyword;
  }

  /** Offset in UTF-16 units of the character after this token. */
  public int end() {
    return stop + 1;
  }

  /** What the lexer has against this token, or null. */
  SyntaxError error() {
    return error;
  }

  /** The lexer's second look: the same text gets another meaning by what stands around it. */
  void retype(int newType) {
    type = newType;
  }

  void setIndex(int tokenIndex) {
    index = tokenIndex;
  }

  /** The token as it is written in the source; {@code <EOF>} at the end, as ANTLR has it. */
  @Override
  public String getText() {
    return type == Token.EOF ? "<EOF>" : source.substring(start, stop + 1);
  }

  @Override
  public int getType() {
    return type;
  }

  /** Line of the first character, from 1; counted on demand. */
  @Override
  public int getLine() {
    int line = 1;
    for (int at = 0; at < start; at++) {
      if (source.charAt(at) == '\n') {
        line++;
      }
    }
    return line;
  }

  @Override
  public int getCharPositionInLine() {
    return start - 1 - source.lastIndexOf('\n', start - 1);
  }

  @Override
  public int getChannel() {
    return Token.DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  /** Offset in UTF-16 units of the first character in the text that was parsed. */
  @Override
  public int getStartIndex() {
    return start;
  }

  /** Offset in UTF-16 units of the last character in the text that was parsed. */
  @Override
  public int getStopIndex() {
    return stop;
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return PostgresParser.VOCABULARY.getDisplayName(type) + "@" + start + ":" + value;
  }
}
