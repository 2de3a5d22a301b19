package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.search.TsQuery.Binary;
import io.duckgres.value.search.TsQuery.Operator;
import io.duckgres.value.search.TsVector.Entry;
import io.duckgres.value.search.TsVector.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions over tsvector and tsquery; values are stored texts.
 *
 * <p>Source: {@code src/backend/utils/adt/tsvector_op.c}, {@code tsquery_op.c}, {@code
 * src/backend/tsearch/to_tsany.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-textsearch.html">Text Search
 *     Functions</a>
 */
public final class SearchFunctions {
  private static final int MAX_DISTANCE = 16_384;

  private SearchFunctions() {}

  public static String toVector(String configuration, String text) {
    List<Entry> entries = new ArrayList<>();
    for (DocumentWords.Word word : DocumentWords.of(SearchConfiguration.of(configuration), text)) {
      if (word.lexeme() != null) {
        int place = Math.min(word.place(), TsVector.LAST_POSITION);
        entries.add(new Entry(word.lexeme(), List.of(new Position(place, 0))));
      }
    }
    return TsVector.of(entries).toString();
  }

  public static String toQuery(String configuration, String text) {
    return TsQuery.text(
        QueryWords.of(SearchConfiguration.of(configuration), TsQueryReader.read(text)));
  }

  public static String plainQuery(String configuration, String text) {
    return TsQuery.text(QueryWords.of(SearchConfiguration.of(configuration), text, Operator.AND));
  }

  public static String phraseQuery(String configuration, String text) {
    return TsQuery.text(
        QueryWords.of(SearchConfiguration.of(configuration), text, Operator.PHRASE));
  }

  public static boolean matches(String vector, String query) {
    TsQuery wanted = TsQueryReader.read(query);
    return wanted != null && new TsMatch(TsVector.read(vector)).of(wanted);
  }

  /** The second document behind the first. */
  public static String concat(String left, String right) {
    TsVector first = TsVector.read(left);
    int shift =
        first.entries().stream()
            .flatMap(entry -> entry.positions().stream())
            .mapToInt(Position::place)
            .max()
            .orElse(0);
    List<Entry> entries = new ArrayList<>(first.entries());
    for (Entry entry : TsVector.read(right).entries()) {
      List<Position> moved = new ArrayList<>();
      for (Position position : entry.positions()) {
        int place = Math.min(position.place() + shift, TsVector.LAST_POSITION);
        moved.add(new Position(place, position.weight()));
      }
      entries.add(new Entry(entry.lexeme(), moved));
    }
    return TsVector.of(entries).toString();
  }

  public static String strip(String vector) {
    return TsVector.of(
            TsVector.read(vector).entries().stream()
                .map(entry -> new Entry(entry.lexeme(), List.of()))
                .toList())
        .toString();
  }

  public static int length(String vector) {
    return TsVector.read(vector).entries().size();
  }

  /**
   * @throws PgException XX000 for another weight than A to D
   */
  public static String withWeight(String vector, String weight) {
    int number = weight.length() == 1 && !weight.equals("*") ? weightOf(weight.charAt(0)) : -1;
    if (number < 0) {
      throw new PgException(
          SqlState.INTERNAL_ERROR_,
          "unrecognized weight: " + (weight.isEmpty() ? 0 : (int) weight.charAt(0)));
    }
    return TsVector.of(
            TsVector.read(vector).entries().stream()
                .map(
                    entry ->
                        new Entry(
                            entry.lexeme(),
                            entry.positions().stream()
                                .map(position -> new Position(position.place(), number))
                                .toList()))
                .toList())
        .toString();
  }

  private static int weightOf(char c) {
    return LexemeReader.weightOf(c);
  }

  public static String delete(String vector, String lexeme) {
    return TsVector.of(
            TsVector.read(vector).entries().stream()
                .filter(entry -> !entry.lexeme().equals(lexeme))
                .toList())
        .toString();
  }

  /** The lexemes. */
  public static List<String> lexemes(String vector) {
    return TsVector.read(vector).entries().stream().map(Entry::lexeme).toList();
  }

  /** How many lexemes and operators a query has. */
  public static int nodes(String query) {
    return TsQuery.size(TsQueryReader.read(query));
  }

  public static String and(String left, String right) {
    return joined(left, right, Operator.AND, 0);
  }

  public static String or(String left, String right) {
    return joined(left, right, Operator.OR, 0);
  }

  /**
   * @throws PgException 22023
   */
  public static String phrase(String left, String right, int distance) {
    if (distance < 0 || distance > MAX_DISTANCE) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "distance in phrase operator must be an integer value between zero and "
              + MAX_DISTANCE
              + " inclusive");
    }
    return joined(left, right, Operator.PHRASE, distance);
  }

  private static String joined(String left, String right, Operator operator, int distance) {
    TsQuery first = TsQueryReader.read(left);
    TsQuery second = TsQueryReader.read(right);
    if (first == null || second == null) {
      return TsQuery.text(first == null ? second : first);
    }
    return TsQuery.text(new Binary(operator, distance, first, second));
  }

  public static String not(String query) {
    TsQuery operand = TsQueryReader.read(query);
    return TsQuery.text(operand == null ? null : new TsQuery.Not(operand));
  }

  /** Whether all lexemes of the second query are in the first. */
  public static boolean contains(String left, String right) {
    Set<String> outer = new HashSet<>();
    collect(TsQueryReader.read(left), outer);
    Set<String> inner = new HashSet<>();
    collect(TsQueryReader.read(right), inner);
    return outer.containsAll(inner);
  }

  private static void collect(TsQuery query, Set<String> lexemes) {
    if (query instanceof TsQuery.Value value) {
      lexemes.add(value.lexeme());
    } else if (query instanceof TsQuery.Not not) {
      collect(not.operand(), lexemes);
    } else if (query instanceof Binary binary) {
      collect(binary.left(), lexemes);
      collect(binary.right(), lexemes);
    }
  }
}
