package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.value.search.TsVector.Entry;
import io.duckgres.value.search.TsVector.Position;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a document satisfies a query.
 *
 * <p>Source: {@code src/backend/utils/adt/tsvector_op.c} (TS_execute, TS_phrase_execute).
 *
 * @param document what is searched
 */
record TsMatch(TsVector document) {
  /** Places where a phrase ends, and how far before them it begins. */
  private record Ends(Set<Integer> places, int width) {}

  boolean of(TsQuery query) {
    if (query instanceof TsQuery.Value value) {
      return document.entries().stream().anyMatch(entry -> matches(entry, value));
    }
    if (query instanceof TsQuery.Not not) {
      return !of(not.operand());
    }
    TsQuery.Binary binary = (TsQuery.Binary) query;
    return switch (binary.operator()) {
      case AND -> of(binary.left()) && of(binary.right());
      case OR -> of(binary.left()) || of(binary.right());
      case PHRASE -> !ends(binary).places().isEmpty();
    };
  }

  private static boolean matches(Entry entry, TsQuery.Value value) {
    boolean lexeme =
        value.prefix()
            ? entry.lexeme().startsWith(value.lexeme())
            : entry.lexeme().equals(value.lexeme());
    return lexeme
        && (value.weights() == 0
            || entry.positions().isEmpty()
            || entry.positions().stream().anyMatch(position -> hasWeight(position, value)));
  }

  private static boolean hasWeight(Position position, TsQuery.Value value) {
    return value.weights() == 0 || (value.weights() >> position.weight() & 1) != 0;
  }

  private Ends ends(TsQuery query) {
    if (query instanceof TsQuery.Value value) {
      Set<Integer> places = new TreeSet<>();
      for (Entry entry : document.entries()) {
        if (matches(entry, value)) {
          List<Position> positions = entry.positions();
          positions.stream()
              .filter(position -> hasWeight(position, value))
              .forEach(position -> places.add(position.place()));
        }
      }
      return new Ends(places, 0);
    }
    if (!(query instanceof TsQuery.Binary phrase) || phrase.operator() != TsQuery.Operator.PHRASE) {
      throw PgException.notSupported("a phrase of other operators");
    }
    Ends left = ends(phrase.left());
    Ends right = ends(phrase.right());
    Set<Integer> places = new TreeSet<>();
    for (int place : right.places()) {
      if (left.places().contains(place - right.width() - phrase.distance())) {
        places.add(place);
      }
    }
    return new Ends(places, left.width() + phrase.distance() + right.width());
  }
}
