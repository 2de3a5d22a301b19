package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * The functions written in Java, as data. An error leaves a function as a message that begins with
 * its SQLSTATE in brackets, which the gateway's error table understands.
 */
public final class ScalarFunctions {
  /**
   * One of them.
   *
   * @param name its name for the engine
   * @param parameters Java classes of its parameters
   * @param result Java class of its result
   * @param body what it does; gets no NULLs
   */
  private record ScalarFunction(
      String name, List<Class<?>> parameters, Class<?> result, Function<Object[], Object> body) {

    static <A, R> ScalarFunction of(
        String name, Class<A> parameter, Class<R> result, Function<A, R> body) {
      return new ScalarFunction(
          name, List.of(parameter), result, arguments -> body.apply(parameter.cast(arguments[0])));
    }

    static <A, B, R> ScalarFunction of(
        String name, Class<A> first, Class<B> second, Class<R> result, BiFunction<A, B, R> body) {
      return new ScalarFunction(
          name,
          List.of(first, second),
          result,
          arguments -> body.apply(first.cast(arguments[0]), second.cast(arguments[1])));
    }
  }

  private static final Class<String> TEXT = String.class;
  private static final Class<Integer> INT = Integer.class;

  private static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_numeric_add", TEXT, TEXT, TEXT, NumericFunctions::add),
          ScalarFunction.of("pg_numeric_sub", TEXT, TEXT, TEXT, NumericFunctions::subtract),
          ScalarFunction.of("pg_numeric_mul", TEXT, TEXT, TEXT, NumericFunctions::multiply),
          ScalarFunction.of("pg_numeric_div", TEXT, TEXT, TEXT, NumericFunctions::divide),
          ScalarFunction.of("pg_numeric_mod", TEXT, TEXT, TEXT, NumericFunctions::remainder),
          ScalarFunction.of("pg_numeric_neg", TEXT, TEXT, NumericFunctions::negate),
          ScalarFunction.of("pg_numeric_abs", TEXT, TEXT, NumericFunctions::absolute),
          ScalarFunction.of("pg_numeric_round", TEXT, INT, TEXT, NumericFunctions::round),
          ScalarFunction.of("pg_numeric_trunc", TEXT, INT, TEXT, NumericFunctions::truncate),
          ScalarFunction.of("pg_numeric_ceil", TEXT, TEXT, NumericFunctions::ceiling),
          ScalarFunction.of("pg_numeric_floor", TEXT, TEXT, NumericFunctions::floor));

  private ScalarFunctions() {}

  /**
   * Registers all of them in the connection's instance; other connections of it see them as well.
   *
   * @throws SQLException when the engine refuses one
   */
  public static void register(Connection connection) throws SQLException {
    for (ScalarFunction function : ALL) {
      try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
        builder
            .withName(function.name())
            .withParameters(function.parameters().toArray(new Class<?>[0]))
            .withReturnType(function.result());
        body(builder, function).withNullInNullOut().register(connection);
      }
    }
  }

  private static DuckDBScalarFunctionBuilder body(
      DuckDBScalarFunctionBuilder builder, ScalarFunction function) throws SQLException {
    if (function.parameters().size() == 1) {
      return builder.<Object, Object>withFunction(
          argument -> call(function, new Object[] {argument}));
    }
    return builder.<Object, Object, Object>withFunction(
        (first, second) -> call(function, new Object[] {first, second}));
  }

  private static Object call(ScalarFunction function, Object[] arguments) {
    try {
      return function.body().apply(arguments);
    } catch (PgException e) {
      throw new IllegalArgumentException("[" + e.state().code() + "] " + e.getMessage(), e);
    }
  }
}
