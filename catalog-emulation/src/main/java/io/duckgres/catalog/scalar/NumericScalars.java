package io.duckgres.catalog.scalar;

import java.util.List;

/** Functions over numerics as text. */
final class NumericScalars {
  private static final Class<String> TEXT = String.class;
  private static final Class<Integer> INT = Integer.class;
  private static final Class<Long> LONG = Long.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_numeric_add", TEXT, TEXT, TEXT, NumericFunctions::add),
          ScalarFunction.of("pg_numeric_sub", TEXT, TEXT, TEXT, NumericFunctions::subtract),
          ScalarFunction.of("pg_numeric_mul", TEXT, TEXT, TEXT, NumericFunctions::multiply),
          ScalarFunction.of("pg_numeric_div", TEXT, TEXT, TEXT, NumericFunctions::divide),
          ScalarFunction.of("pg_numeric_quotient", TEXT, TEXT, TEXT, NumericFunctions::quotient),
          ScalarFunction.of("pg_numeric_mod", TEXT, TEXT, TEXT, NumericFunctions::remainder),
          ScalarFunction.of("pg_numeric_neg", TEXT, TEXT, NumericFunctions::negate),
          ScalarFunction.of("pg_numeric_abs", TEXT, TEXT, NumericFunctions::absolute),
          ScalarFunction.of("pg_numeric_sign", TEXT, TEXT, NumericFunctions::sign),
          ScalarFunction.of("pg_numeric_cmp", TEXT, TEXT, INT, NumericFunctions::compare),
          ScalarFunction.of("pg_numeric_round", TEXT, INT, TEXT, NumericFunctions::round),
          ScalarFunction.of("pg_numeric_trunc", TEXT, INT, TEXT, NumericFunctions::truncate),
          ScalarFunction.of("pg_numeric_ceil", TEXT, TEXT, NumericFunctions::ceiling),
          ScalarFunction.of("pg_numeric_floor", TEXT, TEXT, NumericFunctions::floor),
          ScalarFunction.of("pg_numeric_scale", TEXT, INT, NumericFunctions::scale),
          ScalarFunction.of("pg_numeric_min_scale", TEXT, INT, NumericFunctions::minimalScale),
          ScalarFunction.of("pg_numeric_trim_scale", TEXT, TEXT, NumericFunctions::trimScale),
          ScalarFunction.of("pg_numeric_gcd", TEXT, TEXT, TEXT, NumericFunctions::gcd),
          ScalarFunction.of("pg_numeric_lcm", TEXT, TEXT, TEXT, NumericFunctions::lcm),
          ScalarFunction.of("pg_numeric_sqrt", TEXT, TEXT, NumericPowers::sqrt),
          ScalarFunction.of("pg_numeric_exp", TEXT, TEXT, NumericPowers::exp),
          ScalarFunction.of("pg_numeric_ln", TEXT, TEXT, NumericPowers::ln),
          ScalarFunction.of("pg_numeric_log", TEXT, TEXT, TEXT, NumericPowers::log),
          ScalarFunction.of("pg_numeric_power", TEXT, TEXT, TEXT, NumericPowers::power),
          ScalarFunction.of("pg_numeric_sum", TEXT, TEXT, NumericLists::sum),
          ScalarFunction.of("pg_numeric_avg", TEXT, TEXT, NumericLists::average),
          ScalarFunction.of("pg_numeric_max", TEXT, TEXT, NumericLists::greatest),
          ScalarFunction.of("pg_numeric_min", TEXT, TEXT, NumericLists::least),
          ScalarFunction.of(
              "pg_numeric_variance_of",
              TEXT,
              TEXT,
              TEXT,
              (list, kind) -> NumericLists.variance(list, kind, false)),
          ScalarFunction.of(
              "pg_numeric_stddev_of",
              TEXT,
              TEXT,
              TEXT,
              (list, kind) -> NumericLists.variance(list, kind, true)),
          ScalarFunction.of(
              "pg_numeric_of_float8",
              Double.class,
              TEXT,
              value -> NumericFunctions.ofDouble(value, 15)),
          ScalarFunction.of(
              "pg_numeric_of_float4",
              Float.class,
              TEXT,
              value -> NumericFunctions.ofDouble(value, 6)),
          ScalarFunction.of("pg_to_number", TEXT, TEXT, TEXT, NumberReader::read),
          ScalarFunction.of("pg_numeric_typmod", TEXT, INT, TEXT, NumericModifiers::apply),
          ScalarFunction.of("pg_numeric_integer", TEXT, TEXT, LONG, NumericModifiers::integer),
          ScalarFunction.of("pg_numeric_key", TEXT, TEXT, NumericModifiers::sortKey),
          ScalarFunction.strict(
              "pg_numeric_random",
              TEXT,
              a -> NumericModifiers.random((String) a[0], (String) a[1], (Double) a[2]),
              TEXT,
              TEXT,
              Double.class),
          ScalarFunction.ofTexts("pg_numeric_greatest", TEXT, NumericModifiers::greatest),
          ScalarFunction.ofTexts("pg_numeric_least", TEXT, NumericModifiers::least),
          ScalarFunction.of("pg_factorial", LONG, TEXT, NumericFunctions::factorial),
          ScalarFunction.ofStrictTexts(
              "pg_numeric_width_bucket", INT, WidthBucketFunctions::ofNumerics),
          ScalarFunction.ofStrictTexts(
              "pg_float8_width_bucket", INT, WidthBucketFunctions::ofFloats),
          ScalarFunction.ofStrictTexts(
              "pg_numeric_variance", TEXT, texts -> NumericFunctions.variance(texts, false)),
          ScalarFunction.ofStrictTexts(
              "pg_numeric_stddev", TEXT, texts -> NumericFunctions.variance(texts, true)));

  private NumericScalars() {}
}
