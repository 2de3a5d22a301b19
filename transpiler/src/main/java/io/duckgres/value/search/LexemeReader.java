package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lexemes of a tsvector or tsquery, with quotes and backslashes.
 *
 * <p>Source: {@code src/backend/utils/adt/tsvector_parser.c} (gettoken_tsvector).
 */
final class LexemeReader {
  private static final int MAX_BYTES = 2046;
  private static final String OPERATORS = "!&|()<";

  private final String type;
  private final String text;
  final Characters in;

  LexemeReader(String type, String text) {
    this.type = type;
    this.text = text;
    in = new Characters(text);
  }

  PgException syntaxError() {
    return error("syntax error in " + type);
  }

  /** 42601 with the text behind the message. */
  PgException error(String message) {
    return new PgException(SqlState.SYNTAX_ERROR, message + ": \"" + text + "\"");
  }

  private boolean isOperator(char c) {
    return type.equals("tsquery") && (OPERATORS.indexOf(c) >= 0 || c == ':');
  }

  /** The next lexeme without its positions; null at the end. */
  String lexeme() {
    in.skipSpaces();
    if (in.isAtEnd()) {
      return null;
    }
    StringBuilder word = new StringBuilder();
    if (in.take('\'')) {
      quoted(word);
    } else {
      plain(word);
    }
    if (word.isEmpty()) {
      throw syntaxError();
    }
    int length = word.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_BYTES) {
      throw new PgException(
          SqlState.PROGRAM_LIMIT_EXCEEDED,
          type.equals("tsquery")
              ? "word is too long in tsquery: \"" + text + "\""
              : "word is too long (" + length + " bytes, max " + MAX_BYTES + " bytes)");
    }
    return word.toString();
  }

  private void quoted(StringBuilder word) {
    while (true) {
      if (in.isAtEnd()) {
        throw syntaxError();
      }
      char c = in.next();
      if (c == '\\') {
        word.append(escaped());
      } else if (c != '\'') {
        word.append(c);
      } else if (in.take('\'')) {
        word.append('\'');
      } else {
        return;
      }
    }
  }

  private void plain(StringBuilder word) {
    while (!in.isAtEnd() && !Characters.isSpace(in.peek())) {
      char c = in.peek();
      if (c == ':' && !word.isEmpty() || isOperator(c)) {
        return;
      }
      in.next();
      word.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    if (in.isAtEnd()) {
      throw new PgException(
          SqlState.SYNTAX_ERROR, "there is no escaped character: \"" + text + "\"");
    }
    return in.next();
  }

  /** Positions with weights behind a colon; empty without one. */
  List<TsVector.Position> positions() {
    List<TsVector.Position> positions = new ArrayList<>();
    if (!in.take(':')) {
      return positions;
    }
    do {
      if (!Characters.isDigit(in.peek())) {
        throw syntaxError();
      }
      long number = 0;
      while (Characters.isDigit(in.peek())) {
        number = Math.min(number * 10 + in.next() - '0', Integer.MAX_VALUE);
      }
      if (number == 0) {
        throw new PgException(
            SqlState.SYNTAX_ERROR, "wrong position info in " + type + ": \"" + text + "\"");
      }
      positions.add(
          new TsVector.Position((int) Math.min(number, TsVector.LAST_POSITION), weight()));
    } while (in.take(','));
    if (!in.isAtEnd() && !Characters.isSpace(in.peek())) {
      throw syntaxError();
    }
    return positions;
  }

  private int weight() {
    int weight = weightOf(in.peek());
    if (weight < 0) {
      return 0;
    }
    in.next();
    if (weightOf(in.peek()) >= 0) {
      throw syntaxError();
    }
    return weight;
  }

  /** 3 for A to 0 for D; -1 for anything else. */
  static int weightOf(char c) {
    return switch (c) {
      case 'A', 'a', '*' -> 3;
      case 'B', 'b' -> 2;
      case 'C', 'c' -> 1;
      case 'D', 'd' -> 0;
      default -> -1;
    };
  }

  /** A lexeme in quotes. */
  static String quote(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
