package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.json.Jsonb;
import io.duckgres.value.search.SearchFunctions;
import java.util.List;
import java.util.stream.Collectors;

/** Text search. */
final class SearchScalars {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_to_tsvector", TEXT, TEXT, TEXT, SearchFunctions::toVector),
          ScalarFunction.of("pg_to_tsquery", TEXT, TEXT, TEXT, SearchFunctions::toQuery),
          ScalarFunction.of("pg_plainto_tsquery", TEXT, TEXT, TEXT, SearchFunctions::plainQuery),
          ScalarFunction.of("pg_phraseto_tsquery", TEXT, TEXT, TEXT, SearchFunctions::phraseQuery),
          ScalarFunction.of("pg_ts_match", TEXT, TEXT, BOOL, SearchFunctions::matches),
          ScalarFunction.of("pg_ts_concat", TEXT, TEXT, TEXT, SearchFunctions::concat),
          ScalarFunction.of("pg_ts_strip", TEXT, TEXT, SearchFunctions::strip),
          ScalarFunction.of("pg_ts_length", TEXT, INT, SearchFunctions::length),
          ScalarFunction.of("pg_ts_setweight", TEXT, TEXT, TEXT, SearchFunctions::withWeight),
          ScalarFunction.of("pg_ts_delete", TEXT, TEXT, TEXT, SearchFunctions::delete),
          ScalarFunction.of(
              "pg_ts_lexemes",
              TEXT,
              TEXT,
              vector ->
                  SearchFunctions.lexemes(vector).stream()
                      .map(Jsonb::quote)
                      .collect(Collectors.joining(",", "[", "]"))),
          ScalarFunction.of("pg_ts_nodes", TEXT, INT, SearchFunctions::nodes),
          ScalarFunction.of("pg_ts_and", TEXT, TEXT, TEXT, SearchFunctions::and),
          ScalarFunction.of("pg_ts_or", TEXT, TEXT, TEXT, SearchFunctions::or),
          ScalarFunction.of("pg_ts_not", TEXT, TEXT, SearchFunctions::not),
          ScalarFunction.strict(
              "pg_ts_phrase",
              TEXT,
              a -> SearchFunctions.phrase((String) a[0], (String) a[1], (Integer) a[2]),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.of("pg_ts_contains", TEXT, TEXT, BOOL, SearchFunctions::contains));

  private SearchScalars() {}
}
