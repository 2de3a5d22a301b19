package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import java.util.List;

/** Arrays. */
final class ArrayScalars {
  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_array_dims", TEXT, TEXT, ArrayShape::dims),
          ScalarFunction.of("pg_array_ndims", TEXT, INT, ArrayShape::count),
          ScalarFunction.of("pg_array_length", TEXT, INT, INT, ArrayShape::length),
          ScalarFunction.of("pg_array_cardinality", TEXT, INT, ArrayShape::cardinality),
          ScalarFunction.of("pg_array_out", TEXT, TEXT, TEXT, ArrayTexts::output),
          ScalarFunction.of("pg_array_out_by", TEXT, TEXT, TEXT, ArrayTexts::outputWith),
          ScalarFunction.strict(
              "pg_array_in",
              TEXT,
              a -> ArrayTexts.input((String) a[0], (String) a[1], (Integer) a[2]),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.ofTexts("pg_array_to_string", TEXT, ArrayTexts::joined));

  private ArrayScalars() {}
}
