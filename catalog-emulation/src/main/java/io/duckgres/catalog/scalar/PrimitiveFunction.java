package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * A function written in Java over numbers of the machine, called without an object for each. It
 * gets no NULLs: a NULL argument gives NULL.
 *
 * @param name its name for the engine
 * @param signature gives the builder parameters, result and body
 */
record PrimitiveFunction(String name, Signature signature) {
  /** Describes a function to the engine. */
  @FunctionalInterface
  interface Signature {
    void describe(DuckDBScalarFunctionBuilder builder) throws SQLException;
  }

  /** A function over doubles, without an object for each. */
  static PrimitiveFunction ofDouble(String name, DoubleUnaryOperator body) {
    return new PrimitiveFunction(
        name,
        builder ->
            builder
                .withParameter(Double.class)
                .withReturnType(Double.class)
                .withDoubleFunction(
                    (double argument) -> {
                      try {
                        return body.applyAsDouble(argument);
                      } catch (PgException e) {
                        throw forEngine(e);
                      }
                    })
                .withNullInNullOut());
  }

  /** A function over two doubles, without an object for each. */
  static PrimitiveFunction ofDoubles(String name, DoubleBinaryOperator body) {
    return new PrimitiveFunction(
        name,
        builder ->
            builder
                .withParameters(Double.class, Double.class)
                .withReturnType(Double.class)
                .withDoubleFunction(
                    (double first, double second) -> {
                      try {
                        return body.applyAsDouble(first, second);
                      } catch (PgException e) {
                        throw forEngine(e);
                      }
                    })
                .withNullInNullOut());
  }

  /** A function over two integers that can't fail. */
  static PrimitiveFunction ofInts(String name, IntBinaryOperator body) {
    return new PrimitiveFunction(
        name,
        builder ->
            builder
                .withParameters(Integer.class, Integer.class)
                .withReturnType(Integer.class)
                .withIntFunction(body)
                .withNullInNullOut());
  }

  /** A function over two bigints that can't fail. */
  static PrimitiveFunction ofLongs(String name, LongBinaryOperator body) {
    return new PrimitiveFunction(
        name,
        builder ->
            builder
                .withParameters(Long.class, Long.class)
                .withReturnType(Long.class)
                .withLongFunction(body)
                .withNullInNullOut());
  }

  /** Registers it in the connection's instance. */
  void register(Connection connection) throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name);
      signature.describe(builder);
      builder.register(connection);
    }
  }

  private static IllegalArgumentException forEngine(PgException error) {
    return new IllegalArgumentException(RaisedError.message(error), error);
  }
}
