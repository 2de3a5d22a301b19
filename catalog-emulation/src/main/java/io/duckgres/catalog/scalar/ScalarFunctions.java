package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * The functions written in Java, from the lists by topic. An error leaves a function as a message
 * that begins with its SQLSTATE in brackets, which the gateway's error table understands.
 */
public final class ScalarFunctions {
  private static final List<ScalarFunction> ALL =
      Stream.of(JsonScalars.ALL, ArrayScalars.ALL, NumericScalars.ALL, DateTimeScalars.ALL)
          .flatMap(List::stream)
          .toList();

  private ScalarFunctions() {}

  /**
   * Registers all of them in the connection's instance; other connections of it see them as well.
   *
   * @throws SQLException when the engine refuses one
   */
  public static void register(Connection connection) throws SQLException {
    for (PrimitiveFunction function : FloatScalars.ALL) {
      function.register(connection);
    }
    for (VectorFunction function : TextScalars.ALL) {
      function.register(connection);
    }
    for (ScalarFunction function : ALL) {
      try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
        builder.withName(function.name()).withReturnType(function.result());
        body(builder, function);
        if (function.form() == ScalarFunction.Form.STRICT) {
          builder.withNullInNullOut();
        }
        builder.register(connection);
      }
    }
  }

  private static void body(DuckDBScalarFunctionBuilder builder, ScalarFunction function)
      throws SQLException {
    if (function.form() == ScalarFunction.Form.ANY_NUMBER || function.parameters().size() > 2) {
      // The builder knows callbacks of one, two or any number of arguments, the last of one type.
      builder
          .withVarArgs(DuckDBLogicalType.of(DuckDBColumnType.VARCHAR))
          .withVarArgsFunction(arguments -> call(function, arguments));
      return;
    }
    builder.withParameters(function.parameters().toArray(new Class<?>[0]));
    if (function.parameters().size() == 1) {
      builder.<Object, Object>withFunction(argument -> call(function, new Object[] {argument}));
    } else {
      builder.<Object, Object, Object>withFunction(
          (first, second) -> call(function, new Object[] {first, second}));
    }
  }

  private static boolean hasNull(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument == null) {
        return true;
      }
    }
    return false;
  }

  private static Object call(ScalarFunction function, Object[] arguments) {
    // The engine calls with NULLs where it can tell beforehand that a vector holds nothing else.
    if (function.form() == ScalarFunction.Form.STRICT && hasNull(arguments)) {
      return null;
    }
    try {
      return function.body().apply(arguments);
    } catch (PgException e) {
      throw new IllegalArgumentException(RaisedError.message(e), e);
    }
  }
}
