package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import java.util.List;

/** Hash functions, and the bytes that values have on the wire. */
final class HashScalars {
  private static final Class<Long> LONG = Long.class;
  private static final Class<Double> DOUBLE = Double.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_hash_text", TEXT, INT, text -> HashFunctions.ofText(text)),
          ScalarFunction.of("pg_hash_text_seeded", TEXT, LONG, LONG, HashFunctions::ofText),
          ScalarFunction.of("pg_hash_int4", INT, INT, value -> HashFunctions.ofInteger(value)),
          ScalarFunction.of("pg_hash_int4_seeded", INT, LONG, LONG, HashFunctions::ofInteger),
          ScalarFunction.of("pg_hash_int8", LONG, INT, value -> HashFunctions.ofBigint(value)),
          ScalarFunction.of("pg_hash_int8_seeded", LONG, LONG, LONG, HashFunctions::ofBigint),
          ScalarFunction.of("pg_hash_float8", DOUBLE, INT, value -> HashFunctions.ofDouble(value)),
          ScalarFunction.of("pg_hash_float8_seeded", DOUBLE, LONG, LONG, HashFunctions::ofDouble),
          ScalarFunction.of("pg_hash_uuid", TEXT, INT, HashFunctions::ofUuid),
          ScalarFunction.of(
              "pg_float8_bits", DOUBLE, LONG, value -> Double.doubleToRawLongBits(value)),
          ScalarFunction.of(
              "pg_float4_bits", DOUBLE, INT, value -> Float.floatToRawIntBits(value.floatValue())));

  private HashScalars() {}
}
