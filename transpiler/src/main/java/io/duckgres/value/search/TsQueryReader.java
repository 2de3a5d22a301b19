package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.Characters;

/**
 * The input syntax of tsquery.
 *
 * <p>Source: {@code src/backend/utils/adt/tsquery.c} (gettoken_query_standard, makepol).
 */
final class TsQueryReader {
  private static final int MAX_DISTANCE = 16_384;
  private static final int MAX_DEPTH = 1_000;

  private final LexemeReader lexemes;
  private final Characters in;
  private int depth;

  private TsQueryReader(String text) {
    lexemes = new LexemeReader("tsquery", text);
    in = lexemes.in;
  }

  /** The query of a text; null when it is empty. */
  static TsQuery read(String text) {
    TsQueryReader reader = new TsQueryReader(text);
    reader.in.skipSpaces();
    if (reader.in.isAtEnd()) {
      return null;
    }
    TsQuery query = reader.binary(TsQuery.Operator.OR);
    if (!reader.in.isAtEnd()) {
      throw reader.lexemes.syntaxError();
    }
    return query;
  }

  private TsQuery binary(TsQuery.Operator operator) {
    TsQuery left = next(operator);
    while (true) {
      in.skipSpaces();
      int distance = takes(operator);
      if (distance < 0) {
        return left;
      }
      left = new TsQuery.Binary(operator, distance, left, next(operator));
    }
  }

  private TsQuery next(TsQuery.Operator operator) {
    return switch (operator) {
      case OR -> binary(TsQuery.Operator.AND);
      case AND -> binary(TsQuery.Operator.PHRASE);
      case PHRASE -> operand();
    };
  }

  /** The distance of a phrase, 0 for another operator, -1 when it is not there. */
  private int takes(TsQuery.Operator operator) {
    return switch (operator) {
      case OR -> in.take('|') ? 0 : -1;
      case AND -> in.take('&') ? 0 : -1;
      case PHRASE -> in.peek() == '<' ? phrase() : -1;
    };
  }

  private int phrase() {
    in.next();
    int distance = 0;
    if (in.take('-')) {
      distance = 1;
    } else if (Characters.isDigit(in.peek())) {
      while (Characters.isDigit(in.peek())) {
        distance = Math.min(distance * 10 + in.next() - '0', 1_000_000);
      }
      if (distance > MAX_DISTANCE) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "distance in phrase operator must be an integer value between zero and "
                + MAX_DISTANCE
                + " inclusive");
      }
    } else {
      throw lexemes.syntaxError();
    }
    if (!in.take('>')) {
      throw lexemes.syntaxError();
    }
    return distance;
  }

  private TsQuery operand() {
    if (++depth > MAX_DEPTH) {
      throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
    }
    try {
      in.skipSpaces();
      if (in.take('!')) {
        return new TsQuery.Not(operand());
      }
      if (in.take('(')) {
        TsQuery inner = binary(TsQuery.Operator.OR);
        in.skipSpaces();
        if (!in.take(')')) {
          throw lexemes.syntaxError();
        }
        return inner;
      }
      return value();
    } finally {
      depth--;
    }
  }

  private TsQuery value() {
    if (in.isAtEnd()) {
      throw lexemes.error("no operand in tsquery");
    }
    if (in.peek() == ':') {
      throw lexemes.syntaxError();
    }
    String lexeme = lexemes.lexeme();
    int weights = 0;
    boolean prefix = false;
    if (in.take(':')) {
      while (true) {
        char c = in.peek();
        if (c == '*') {
          prefix = true;
        } else if (LexemeReader.weightOf(c) >= 0) {
          weights |= 1 << LexemeReader.weightOf(c);
        } else {
          break;
        }
        in.next();
      }
    }
    return new TsQuery.Value(lexeme, weights, prefix);
  }
}
