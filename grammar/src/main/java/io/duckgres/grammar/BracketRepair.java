package io.duckgres.grammar;

import java.util.function.IntSupplier;

/**
 * Changes TokenRefiner's mind about a '(': whether it opens a query is told from the words around
 * it, which the grammar may contradict, as in {@code INSERT INTO t ((SELECT 1))}. Runs only on
 * statements that would not parse.
 */
final class BracketRepair {
  private static final int MAXIMAL_CHANGES = 8;

  private final TokenList tokens;
  private final IntSupplier firstWrong;

  BracketRepair(TokenList tokens, IntSupplier firstWrong) {
    this.tokens = tokens;
    this.firstWrong = firstWrong;
  }

  /**
   * Keeps each change that moves the first wrong token on. Answers that token's index, or -1 when
   * all are right.
   */
  int repair() {
    int wrong = firstWrong.getAsInt();
    for (int changes = 0; wrong >= 0 && changes < MAXIMAL_CHANGES; changes++) {
      int moved = improve(wrong);
      if (moved == wrong) {
        break;
      }
      wrong = moved;
    }
    return wrong;
  }

  private int improve(int wrong) {
    int better = flipped(wrong, wrong);
    if (better == wrong && tokens.get(wrong).getType() == PostgresParser.LPS) {
      better = flipped(wrong - 1, wrong);
    }
    return better;
  }

  /**
   * First wrong token after the bracket at the index is read the other way; undone unless that is
   * further on.
   */
  private int flipped(int index, int wrong) {
    if (index < 0) {
      return wrong;
    }
    PostgresToken bracket = tokens.get(index);
    int type = bracket.getType();
    if (type != PostgresParser.LP && type != PostgresParser.LPS) {
      return wrong;
    }
    bracket.retype(type == PostgresParser.LP ? PostgresParser.LPS : PostgresParser.LP);
    int now = firstWrong.getAsInt();
    if (now < 0 || now > wrong) {
      return now;
    }
    bracket.retype(type);
    return wrong;
  }
}
