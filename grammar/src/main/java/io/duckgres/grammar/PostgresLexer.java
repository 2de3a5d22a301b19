package io.duckgres.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * PostgreSQL's lexical rules (manual: "Lexical Structure"; src/backend/parser/scan.l), with
 * standard_conforming_strings on.
 *
 * <p>Never fails: text that is no token becomes a {@code LEXICAL_ERROR} token that carries
 * PostgreSQL's complaint, and the parser, which has no place for it, stops there at the latest.
 */
final class PostgresLexer {
  /** Identifiers are cut to this number of bytes (NAMEDATALEN - 1). */
  static final int MAXIMAL_NAME_BYTES = 63;

  private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";
  private static final String NOT_IN_SQL_OPERATORS = "~!@#^&|`?%";

  private final String text;
  private final List<PostgresToken> tokens = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private int at;

  private PostgresLexer(String text) {
    this.text = text;
  }

  /** Tokens of the text without one for its end, and what there is to say about them. */
  record Result(List<PostgresToken> tokens, List<Notice> notices) {}

  static Result scan(String text) {
    PostgresLexer lexer = new PostgresLexer(text);
    for (PostgresToken token = lexer.next(); token != null; token = lexer.next()) {
      lexer.tokens.add(token);
    }
    return new Result(lexer.tokens, lexer.notices);
  }

  private PostgresToken next() {
    PostgresToken comment = skipBlanks();
    PostgresToken token = comment != null ? comment : at == text.length() ? null : token();
    if (token != null) {
      at = token.end();
    }
    return token;
  }

  /** Goes to the next token; answers an error when a comment has no end. */
  private PostgresToken skipBlanks() {
    while (at < text.length()) {
      if (Characters.isSpace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at)) {
        at = Characters.endOfLine(text, at);
      } else if (text.startsWith("/*", at)) {
        int end = endOfComment(at);
        if (end < 0) {
          return LexicalErrors.near(text, at, text.length(), "unterminated /* comment");
        }
        at = end;
      } else {
        break;
      }
    }
    return null;
  }

  private int endOfComment(int start) {
    int depth = 0;
    for (int i = start; i < text.length() - 1; i++) {
      if (text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
        depth++;
        i++;
      } else if (text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
        i++;
        if (--depth == 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private PostgresToken token() {
    char c = text.charAt(at);
    if (Characters.isIdentifierStart(c)) {
      return prefixedOrIdentifier(c);
    }
    if (Characters.isDigit(c) || c == '.' && Characters.isDigit(peek(1))) {
      return NumberScanner.scan(text, at);
    }
    switch (c) {
      case '\'':
        return StringScanner.plain(text, at, at, PostgresParser.SCONST, "");
      case '"':
        return quotedIdentifier();
      case '$':
        return parameterOrDollarString();
      case ':':
        return peek(1) == ':'
            ? fixed(PostgresParser.TYPECAST, 2)
            : peek(1) == '='
                ? fixed(PostgresParser.COLON_EQUALS, 2)
                : fixed(PostgresParser.COLON, 1);
      case '.':
        return peek(1) == '.' ? fixed(PostgresParser.DOT_DOT, 2) : fixed(PostgresParser.DOT, 1);
      default:
        int type = punctuation(c);
        if (type != Token.INVALID_TYPE) {
          return fixed(type, 1);
        }
        return OPERATOR_CHARACTERS.indexOf(c) >= 0 ? operator() : stray();
    }
  }

  /** A character that PostgreSQL's lexer passes on although its grammar has no place for it. */
  private PostgresToken stray() {
    String written = text.substring(at, at + 1);
    return new PostgresToken(PostgresParser.LEXICAL_ERROR, text, at, at, written);
  }

  private static int punctuation(char c) {
    return switch (c) {
      case '(' -> PostgresParser.LP;
      case ')' -> PostgresParser.RP;
      case '[' -> PostgresParser.LB;
      case ']' -> PostgresParser.RB;
      case ',' -> PostgresParser.COMMA;
      case ';' -> PostgresParser.SEMI;
      default -> Token.INVALID_TYPE;
    };
  }

  private PostgresToken prefixedOrIdentifier(char c) {
    char next = peek(1);
    if (next == '\'') {
      switch (c) {
        case 'b', 'B':
          return StringScanner.plain(text, at, at + 1, PostgresParser.BCONST, "b");
        case 'x', 'X':
          return StringScanner.plain(text, at, at + 1, PostgresParser.XCONST, "x");
        case 'e', 'E':
          return EscapeStringScanner.scan(text, at);
        case 'n', 'N':
          Keyword nchar = Keywords.find("nchar");
          return new PostgresToken(nchar.tokenType(), text, at, at, nchar.word(), nchar, null);
        default:
          break;
      }
    } else if ((c == 'u' || c == 'U') && next == '&') {
      if (peek(2) == '\'') {
        return unicode(StringScanner.plain(text, at, at + 2, PostgresParser.SCONST, ""));
      }
      if (peek(2) == '"') {
        return unicode(QuotedIdentifierScanner.scan(text, at, at + 2));
      }
    }
    return identifier();
  }

  private PostgresToken identifier() {
    int end = Characters.endOfIdentifier(text, at);
    Keyword keyword = Keywords.find(text, at, end);
    if (keyword != null) {
      return new PostgresToken(
          keyword.tokenType(), text, at, end - 1, keyword.word(), keyword, null);
    }
    String name = AsciiCase.lower(text, at, end);
    return new PostgresToken(PostgresParser.IDENT, text, at, end - 1, truncated(name));
  }

  private PostgresToken quotedIdentifier() {
    PostgresToken token = QuotedIdentifierScanner.scan(text, at, at);
    if (token.error() != null) {
      return token;
    }
    return new PostgresToken(
        PostgresParser.IDENT, text, at, token.getStopIndex(), truncated(token.value()));
  }

  private String truncated(String name) {
    if (name.length() * 3 <= MAXIMAL_NAME_BYTES) {
      return name;
    }
    String cut = Characters.cutToBytes(name, MAXIMAL_NAME_BYTES);
    if (cut.length() < name.length()) {
      String message = "identifier \"" + name + "\" will be truncated to \"" + cut + "\"";
      notices.add(new Notice("42622", message, at));
    }
    return cut;
  }

  /** Decodes U&'' and U&"", whose escape character may come after them. */
  private PostgresToken unicode(PostgresToken raw) {
    if (raw.error() != null) {
      return raw;
    }
    int start = at;
    at = raw.end();
    char escape = '\\';
    int end = raw.end();
    PostgresToken comment = skipBlanks();
    int word = comment == null ? Characters.endOfIdentifier(text, at) : at;
    if (word > at && AsciiCase.lower(text, at, word).equals("uescape")) {
      at = word;
      PostgresToken character = next();
      if (character == null || character.getType() != PostgresParser.SCONST) {
        int from = character == null ? text.length() : character.getStartIndex();
        int to = character == null ? text.length() : character.end();
        return character != null && character.error() != null
            ? character
            : LexicalErrors.near(
                text, from, to, "UESCAPE must be followed by a simple string literal");
      }
      if (!UnicodeEscapes.isEscapeCharacter(character.value())) {
        return LexicalErrors.near(
            text, character.getStartIndex(), character.end(), "invalid Unicode escape character");
      }
      escape = character.value().charAt(0);
      end = character.end();
    }
    at = start;
    UnicodeEscapes.Decoded decoded = UnicodeEscapes.decode(text, raw, start + 3, escape);
    if (decoded.error() != null) {
      return LexicalErrors.token(text, start, end, decoded.error());
    }
    String value =
        raw.getType() == PostgresParser.IDENT ? truncated(decoded.value()) : decoded.value();
    return new PostgresToken(raw.getType(), text, start, end - 1, value);
  }

  private PostgresToken parameterOrDollarString() {
    if (Characters.isDigit(peek(1))) {
      return NumberScanner.parameter(text, at);
    }
    int tagEnd = at + 1;
    if (Characters.isIdentifierStart(peek(1))) {
      while (tagEnd < text.length() && Characters.isDollarTagPart(text.charAt(tagEnd))) {
        tagEnd++;
      }
    }
    if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
      return stray();
    }
    String tag = text.substring(at, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    if (end < 0) {
      return LexicalErrors.near(text, at, text.length(), "unterminated dollar-quoted string");
    }
    String content = text.substring(tagEnd + 1, end);
    return new PostgresToken(PostgresParser.SCONST, text, at, end + tag.length() - 1, content);
  }

  private PostgresToken operator() {
    int end = at;
    while (end < text.length()
        && OPERATOR_CHARACTERS.indexOf(text.charAt(end)) >= 0
        && !text.startsWith("--", end)
        && !text.startsWith("/*", end)) {
      end++;
    }
    // A trailing + or - belongs to the operator only if something in it can't be an SQL operator:
    // "=-" is two.
    while (end - at > 1 && isSign(text.charAt(end - 1)) && !hasUnusual(end - 1)) {
      end--;
    }
    int length = end - at;
    if (length > MAXIMAL_NAME_BYTES) {
      return LexicalErrors.near(text, at, end, "operator too long");
    }
    String name = text.substring(at, end);
    int type = operatorType(name);
    String value = name.equals("!=") ? "<>" : name;
    return new PostgresToken(type, text, at, end - 1, value);
  }

  private boolean hasUnusual(int end) {
    for (int i = at; i < end; i++) {
      if (NOT_IN_SQL_OPERATORS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static int operatorType(String name) {
    return switch (name) {
      case "+" -> PostgresParser.PLUS;
      case "-" -> PostgresParser.MINUS;
      case "*" -> PostgresParser.STAR;
      case "/" -> PostgresParser.SLASH;
      case "%" -> PostgresParser.PERCENT;
      case "^" -> PostgresParser.CARET;
      case "<" -> PostgresParser.LT;
      case ">" -> PostgresParser.GT;
      case "=" -> PostgresParser.EQ;
      case "<=" -> PostgresParser.LE;
      case ">=" -> PostgresParser.GE;
      case "<>", "!=" -> PostgresParser.NE;
      case "=>" -> PostgresParser.EQUALS_GREATER;
      default -> PostgresParser.OP;
    };
  }

  private PostgresToken fixed(int type, int length) {
    return new PostgresToken(type, text, at, at + length - 1, text.substring(at, at + length));
  }

  private char peek(int distance) {
    int i = at + distance;
    return i < text.length() ? text.charAt(i) : '\0';
  }
}
