package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.geometry.GeometryFunctions;
import io.duckgres.value.geometry.GeometryOperators;
import java.util.List;

/**
 * Geometric functions and operators: one engine function for each kind of result, told by its first
 * argument what to compute.
 */
final class GeometryScalars {
  private static final Class<Double> DOUBLE = Double.class;

  static final List<ScalarFunction> ALL =
      List.of(
          function("pg_geometry_shape", TEXT, TEXT),
          function("pg_geometry_shape_pair", TEXT, TEXT, TEXT),
          function("pg_geometry_point", TEXT, DOUBLE, DOUBLE),
          function("pg_geometry_circle", TEXT, TEXT, DOUBLE),
          function("pg_geometry_polygon", TEXT, DOUBLE, TEXT),
          function("pg_geometry_number", DOUBLE, TEXT),
          function("pg_geometry_number_pair", DOUBLE, TEXT, TEXT),
          function("pg_geometry_test", BOOL, TEXT),
          operator("pg_geometry_operator_shape", TEXT),
          operator("pg_geometry_operator_number", DOUBLE),
          operator("pg_geometry_operator_test", BOOL),
          prefix("pg_geometry_prefix_shape", TEXT),
          prefix("pg_geometry_prefix_number", DOUBLE),
          prefix("pg_geometry_prefix_test", BOOL),
          ScalarFunction.strict(
              "pg_point_part",
              DOUBLE,
              a -> GeometryFunctions.coordinate((String) a[0], (Integer) a[1]),
              TEXT,
              Integer.class),
          ScalarFunction.strict(
              "pg_box_part",
              TEXT,
              a -> GeometryFunctions.corner((String) a[0], (Integer) a[1]),
              TEXT,
              Integer.class));

  private GeometryScalars() {}

  private static ScalarFunction function(String name, Class<?> result, Class<?>... arguments) {
    Class<?>[] parameters = new Class<?>[arguments.length + 1];
    parameters[0] = TEXT;
    System.arraycopy(arguments, 0, parameters, 1, arguments.length);
    return ScalarFunction.strict(
        name,
        result,
        a ->
            checked(
                GeometryFunctions.call(
                    (String) a[0], java.util.Arrays.copyOfRange(a, 1, a.length))),
        parameters);
  }

  private static ScalarFunction operator(String name, Class<?> result) {
    return ScalarFunction.strict(
        name,
        result,
        a -> checked(GeometryOperators.call((String) a[0], (String) a[1], (String) a[2])),
        TEXT,
        TEXT,
        TEXT);
  }

  private static ScalarFunction prefix(String name, Class<?> result) {
    return ScalarFunction.strict(
        name,
        result,
        a -> checked(GeometryOperators.call((String) a[0], (String) a[1], null)),
        TEXT,
        TEXT);
  }

  /** Numbers that left the range of float8. */
  private static Object checked(Object result) {
    if (result instanceof Double number && number.isInfinite()) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: overflow");
    }
    return result;
  }
}
