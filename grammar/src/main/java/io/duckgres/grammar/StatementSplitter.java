package io.duckgres.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script at its semicolons, except those in brackets (the actions of a rule) and those in a
 * function body between BEGIN ATOMIC and its END (manual: CREATE FUNCTION).
 */
final class StatementSplitter {
  private StatementSplitter() {}

  /**
   * A statement's tokens.
   *
   * @param end offset of the semicolon behind it, or the text's length
   */
  record Piece(List<PostgresToken> tokens, int end) {}

  /** The statements that have tokens. */
  static List<Piece> split(String text, List<PostgresToken> tokens) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    int brackets = 0;
    int blocks = 0;
    for (int at = 0; at < tokens.size(); at++) {
      switch (tokens.get(at).getType()) {
        case PostgresParser.LP -> brackets++;
        case PostgresParser.RP -> brackets = Math.max(0, brackets - 1);
        case PostgresParser.BEGIN -> {
          if (blocks == 0 && isAtomic(tokens, at) && definesRoutine(tokens, start)) {
            blocks = 1;
          }
        }
        case PostgresParser.CASE -> blocks += blocks > 0 ? 1 : 0;
        case PostgresParser.END -> blocks -= blocks > 0 ? 1 : 0;
        case PostgresParser.SEMI -> {
          if (brackets == 0 && blocks == 0) {
            add(pieces, tokens.subList(start, at), tokens.get(at).getStartIndex());
            start = at + 1;
          }
        }
        default -> {}
      }
    }
    add(pieces, tokens.subList(start, tokens.size()), text.length());
    return pieces;
  }

  private static void add(List<Piece> pieces, List<PostgresToken> tokens, int end) {
    if (!tokens.isEmpty()) {
      pieces.add(new Piece(tokens, end));
    }
  }

  private static boolean isAtomic(List<PostgresToken> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).getType() == PostgresParser.ATOMIC;
  }

  private static boolean definesRoutine(List<PostgresToken> tokens, int start) {
    if (tokens.get(start).getType() != PostgresParser.CREATE) {
      return false;
    }
    for (int at = start + 1; at < Math.min(start + 4, tokens.size()); at++) {
      int type = tokens.get(at).getType();
      if (type == PostgresParser.FUNCTION || type == PostgresParser.PROCEDURE) {
        return true;
      }
    }
    return false;
  }
}
