package io.duckgres.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * The lexer's second look: one pass over a statement's tokens that gives a token another type where
 * the words around it decide what it means. With that the parser never has to look ahead over a
 * bracketed text.
 *
 * <p>Some of this PostgreSQL does as well (src/backend/parser/parser.c, base_yylex): NOT before
 * BETWEEN, WITH before TIME and so on. The rest replaces its table of precedences: which '(' opens
 * a query, CUBE in a GROUP BY, UNBOUNDED before PRECEDING.
 */
final class TokenRefiner {
  private final List<PostgresToken> tokens;

  /** The open brackets around the current token, and what is known inside each. */
  private final int[] open;

  private final boolean[] inValues;
  private final boolean[] inGroupBy;
  private int depth;

  private TokenRefiner(List<PostgresToken> tokens) {
    this.tokens = tokens;
    int deepest = deepest(tokens);
    open = new int[deepest + 1];
    inValues = new boolean[deepest + 1];
    inGroupBy = new boolean[deepest + 1];
  }

  static void refine(List<PostgresToken> tokens) {
    new TokenRefiner(tokens).refine();
  }

  private static int deepest(List<PostgresToken> tokens) {
    int depth = 0;
    int deepest = 0;
    for (PostgresToken token : tokens) {
      if (token.getType() == PostgresParser.LP) {
        deepest = Math.max(deepest, ++depth);
      } else if (token.getType() == PostgresParser.RP && depth > 0) {
        depth--;
      }
    }
    return deepest;
  }

  private void refine() {
    for (int at = 0; at < tokens.size(); at++) {
      switch (type(at)) {
        case PostgresParser.LP -> openBracket(at);
        case PostgresParser.RP -> closeBracket(at);
        case PostgresParser.COMMA, PostgresParser.SEMI -> {}
        default -> word(at);
      }
    }
  }

  private void openBracket(int at) {
    if (opensQuery(at)) {
      tokens.get(at).retype(PostgresParser.LPS);
    }
    boolean groups = inGroupBy[depth];
    open[++depth] = at;
    inValues[depth] = false;
    inGroupBy[depth] = groups && type(at - 1) == PostgresParser.SETS;
  }

  private boolean opensQuery(int at) {
    if (holdsRuleActions(at)) {
      return false;
    }
    return switch (type(at + 1)) {
      case PostgresParser.SELECT, PostgresParser.WITH, PostgresParser.TABLE -> true;
      case PostgresParser.VALUES -> type(at + 2) == PostgresParser.LP;
      default -> false;
    };
  }

  private boolean holdsRuleActions(int at) {
    return type(at - 1) == PostgresParser.DO
        || type(at - 2) == PostgresParser.DO
            && isEither(at - 1, PostgresParser.INSTEAD, PostgresParser.ALSO);
  }

  /**
   * A '(' directly before a query's brackets opens a query itself if that query goes on, or is all
   * there is.
   */
  private void closeBracket(int at) {
    if (depth == 0) {
      return;
    }
    int opened = open[depth--];
    if (type(opened) != PostgresParser.LPS || depth == 0 || open[depth] != opened - 1) {
      return;
    }
    if (type(opened - 1) == PostgresParser.LP && queryGoesOn(at + 1)) {
      tokens.get(opened - 1).retype(PostgresParser.LPS);
    }
  }

  private boolean queryGoesOn(int next) {
    return switch (type(next)) {
      case PostgresParser.UNION,
          PostgresParser.EXCEPT,
          PostgresParser.INTERSECT,
          PostgresParser.ORDER,
          PostgresParser.LIMIT,
          PostgresParser.OFFSET,
          PostgresParser.FETCH,
          PostgresParser.FOR ->
          true;
      case PostgresParser.RP -> mayHoldQuery();
      default -> false;
    };
  }

  /**
   * Whether the innermost open bracket stands where one around a query may, and not around
   * arguments or a row.
   */
  private boolean mayHoldQuery() {
    if (inValues[depth - 1]) {
      return false;
    }
    int before = open[depth] - 1;
    if (before < 0) {
      return true;
    }
    PostgresToken token = tokens.get(before);
    Keyword keyword = token.keyword();
    return switch (token.getType()) {
      case PostgresParser.IDENT -> isInsertTarget(before);
      case PostgresParser.JOIN,
          PostgresParser.EXISTS,
          PostgresParser.MATERIALIZED,
          PostgresParser.COPY,
          PostgresParser.EXPLAIN,
          PostgresParser.ANALYZE,
          PostgresParser.VERBOSE ->
          true;
      case PostgresParser.CHECK, PostgresParser.CAST -> false;
      default -> keyword == null || keyword.category() == Keyword.Category.RESERVED;
    };
  }

  /** Whether the word is the end of a table's name or alias behind INSERT INTO. */
  private boolean isInsertTarget(int word) {
    int at = word;
    while (type(at) == PostgresParser.IDENT
        || type(at) == PostgresParser.DOT
        || type(at) == PostgresParser.AS) {
      at--;
    }
    return type(at) == PostgresParser.INTO && type(at - 1) == PostgresParser.INSERT;
  }

  private void word(int at) {
    switch (type(at)) {
      case PostgresParser.NOT -> retypeBefore(at, PostgresParser.NOT_LA, isNegatable(type(at + 1)));
      case PostgresParser.NULLS ->
          retypeBefore(
              at,
              PostgresParser.NULLS_LA,
              isEither(at + 1, PostgresParser.FIRST, PostgresParser.LAST));
      case PostgresParser.WITH ->
          retypeBefore(
              at,
              PostgresParser.WITH_LA,
              isEither(at + 1, PostgresParser.TIME, PostgresParser.ORDINALITY));
      case PostgresParser.WITHOUT ->
          retypeBefore(at, PostgresParser.WITHOUT_LA, type(at + 1) == PostgresParser.TIME);
      case PostgresParser.FORMAT ->
          retypeBefore(at, PostgresParser.FORMAT_LA, type(at + 1) == PostgresParser.JSON);
      case PostgresParser.UNBOUNDED ->
          retypeBefore(
              at,
              PostgresParser.UNBOUNDED_LA,
              isEither(at + 1, PostgresParser.PRECEDING, PostgresParser.FOLLOWING));
      case PostgresParser.UNIQUE ->
          retypeBefore(at, PostgresParser.UNIQUE_LA, type(at + 1) == PostgresParser.KEYS);
      case PostgresParser.JSON -> retypeBefore(at, PostgresParser.JSON_LA, isJsonKindTest(at));
      case PostgresParser.CUBE -> retypeBefore(at, PostgresParser.CUBE_LA, isGroupingSet(at));
      case PostgresParser.ROLLUP -> retypeBefore(at, PostgresParser.ROLLUP_LA, isGroupingSet(at));
      case PostgresParser.VALUES -> inValues[depth] = type(at + 1) == PostgresParser.LP;
      case PostgresParser.BY -> {
        inGroupBy[depth] = type(at - 1) == PostgresParser.GROUP;
        inValues[depth] = false;
      }
      case PostgresParser.HAVING,
          PostgresParser.WINDOW,
          PostgresParser.UNION,
          PostgresParser.EXCEPT,
          PostgresParser.INTERSECT,
          PostgresParser.ORDER,
          PostgresParser.LIMIT,
          PostgresParser.OFFSET,
          PostgresParser.FETCH,
          PostgresParser.FOR -> {
        inGroupBy[depth] = false;
        inValues[depth] = false;
      }
      default -> inValues[depth] = false;
    }
  }

  private void retypeBefore(int at, int newType, boolean condition) {
    if (condition) {
      tokens.get(at).retype(newType);
    }
  }

  private static boolean isNegatable(int type) {
    return switch (type) {
      case PostgresParser.BETWEEN,
          PostgresParser.IN,
          PostgresParser.LIKE,
          PostgresParser.ILIKE,
          PostgresParser.SIMILAR ->
          true;
      default -> false;
    };
  }

  private boolean isJsonKindTest(int at) {
    boolean tested =
        type(at - 1) == PostgresParser.IS
            || type(at - 1) == PostgresParser.NOT && type(at - 2) == PostgresParser.IS;
    return tested
        && switch (type(at + 1)) {
          case PostgresParser.VALUE,
              PostgresParser.ARRAY,
              PostgresParser.OBJECT,
              PostgresParser.SCALAR ->
              true;
          default -> false;
        };
  }

  private boolean isGroupingSet(int at) {
    return inGroupBy[depth]
        && type(at + 1) == PostgresParser.LP
        && switch (type(at - 1)) {
          case PostgresParser.BY,
              PostgresParser.COMMA,
              PostgresParser.LP,
              PostgresParser.ALL,
              PostgresParser.DISTINCT ->
              true;
          default -> false;
        };
  }

  private boolean isEither(int at, int first, int second) {
    return type(at) == first || type(at) == second;
  }

  private int type(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).getType() : Token.INVALID_TYPE;
  }
}
