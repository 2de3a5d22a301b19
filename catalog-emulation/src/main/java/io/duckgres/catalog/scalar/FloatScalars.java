package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.PrimitiveFunction.ofDouble;
import static io.duckgres.catalog.scalar.PrimitiveFunction.ofDoubles;

import java.util.List;

/** Functions over floats, and shifts of integers. */
final class FloatScalars {
  static final List<PrimitiveFunction> ALL =
      List.of(
          ofDoubles("pg_float8_add", FloatFunctions::add),
          ofDoubles("pg_float8_sub", FloatFunctions::subtract),
          ofDoubles("pg_float8_mul", FloatFunctions::multiply),
          ofDoubles("pg_float8_div", FloatFunctions::divide),
          ofDoubles("pg_float4_add", FloatFunctions::addSingle),
          ofDoubles("pg_float4_sub", FloatFunctions::subtractSingle),
          ofDoubles("pg_float4_mul", FloatFunctions::multiplySingle),
          ofDoubles("pg_float4_div", FloatFunctions::divideSingle),
          ofDouble("pg_real_argument", FloatFunctions::singleArgument),
          ofDouble("pg_exp_argument", FloatFunctions::expArgument),
          ofDouble("pg_logarithm_argument", FloatFunctions::logarithmArgument),
          ofDouble("pg_root_argument", FloatFunctions::rootArgument),
          ofDouble("pg_finite_argument", FloatFunctions::finiteArgument),
          ofDouble("pg_unit_argument", FloatFunctions::unitArgument),
          ofDouble("pg_from_one_argument", FloatFunctions::fromOneArgument),
          ofDouble("pg_setseed_argument", FloatFunctions::setSeedArgument),
          ofDouble("pg_percentile", FloatFunctions::percentile),
          ofDoubles("pg_exponent", FloatFunctions::exponent),
          ofDouble("pg_reciprocal", value -> 1 / value),
          ofDouble("pg_degrees", FloatFunctions::degrees),
          ofDouble("pg_radians", FloatFunctions::radians),
          ofDouble("pg_round_half_even", FloatFunctions::roundHalfEven),
          ofDouble("pg_erf", FloatFunctions::errorFunction),
          ofDouble("pg_erfc", FloatFunctions::complementaryErrorFunction),
          ofDouble("pg_sind", DegreeFunctions::sin),
          ofDouble("pg_cosd", DegreeFunctions::cos),
          ofDouble("pg_tand", DegreeFunctions::tan),
          ofDouble("pg_cotd", DegreeFunctions::cot),
          ofDouble("pg_asind", DegreeFunctions::asin),
          ofDouble("pg_acosd", DegreeFunctions::acos),
          PrimitiveFunction.ofInts("pg_int4_shl", (value, count) -> value << count),
          PrimitiveFunction.ofInts("pg_int4_shr", (value, count) -> value >> count),
          PrimitiveFunction.ofLongs("pg_int8_shl", (value, count) -> value << count),
          PrimitiveFunction.ofLongs("pg_int8_shr", (value, count) -> value >> count));

  private FloatScalars() {}
}
