package io.duckgres.value.search;

import io.duckgres.value.search.DocumentWords.Word;
import io.duckgres.value.search.TsQuery.Binary;
import io.duckgres.value.search.TsQuery.Not;
import io.duckgres.value.search.TsQuery.Operator;
import io.duckgres.value.search.TsQuery.Value;
import java.util.List;

/**
 * Queries whose operands are texts: their words become lexemes, stop words leave the query.
 *
 * <p>Source: {@code src/backend/tsearch/to_tsany.c} (pushval_morph), {@code
 * src/backend/utils/adt/tsquery_cleanup.c} (clean_stopword).
 */
final class QueryWords {
  /** Stands for a stop word until it is removed. */
  private static final Value STOP = new Value("", 0, false);

  /** What is left of a query, and the distances that phrases around it grow by. */
  private record Cleaned(TsQuery query, int left, int right) {}

  private QueryWords() {}

  /** A text's words joined by an operator; null when none is left. */
  static TsQuery of(SearchConfiguration configuration, String text, Operator operator) {
    return clean(operand(configuration, new Value(text, 0, false), operator)).query();
  }

  /** A query with each operand's words in its place; null when none is left. */
  static TsQuery of(SearchConfiguration configuration, TsQuery query) {
    return query == null ? null : clean(mapped(configuration, query)).query();
  }

  private static TsQuery mapped(SearchConfiguration configuration, TsQuery query) {
    if (query instanceof Value value) {
      return operand(configuration, value, Operator.PHRASE);
    }
    if (query instanceof Not not) {
      return new Not(mapped(configuration, not.operand()));
    }
    Binary binary = (Binary) query;
    return new Binary(
        binary.operator(),
        binary.distance(),
        mapped(configuration, binary.left()),
        mapped(configuration, binary.right()));
  }

  private static TsQuery operand(
      SearchConfiguration configuration, Value value, Operator operator) {
    List<Word> words = DocumentWords.of(configuration, value.lexeme());
    TsQuery query = null;
    for (Word word : words) {
      TsQuery next =
          word.lexeme() == null ? STOP : new Value(word.lexeme(), value.weights(), value.prefix());
      query =
          query == null
              ? next
              : new Binary(operator, operator == Operator.PHRASE ? 1 : 0, query, next);
    }
    return query == null ? STOP : query;
  }

  private static Cleaned clean(TsQuery query) {
    if (query instanceof Value) {
      return new Cleaned(query == STOP ? null : query, 0, 0);
    }
    if (query instanceof Not not) {
      Cleaned operand = clean(not.operand());
      TsQuery left = operand.query() == null ? null : new Not(operand.query());
      return new Cleaned(left, operand.left(), operand.right());
    }
    Binary binary = (Binary) query;
    boolean phrase = binary.operator() == Operator.PHRASE;
    int distance = phrase ? binary.distance() : 0;
    Cleaned left = clean(binary.left());
    Cleaned right = clean(binary.right());
    if (left.query() == null && right.query() == null) {
      int width =
          phrase ? left.left() + distance + right.left() : Math.max(left.left(), right.left());
      return new Cleaned(null, width, width);
    }
    if (left.query() == null) {
      return new Cleaned(
          right.query(),
          phrase ? left.left() + distance + right.left() : right.left(),
          right.right());
    }
    if (right.query() == null) {
      return new Cleaned(
          left.query(),
          left.left(),
          phrase ? left.right() + distance + right.right() : left.right());
    }
    Binary kept =
        new Binary(
            binary.operator(),
            phrase ? distance + left.right() + right.left() : 0,
            left.query(),
            right.query());
    return phrase ? new Cleaned(kept, left.left(), right.right()) : new Cleaned(kept, 0, 0);
  }
}
