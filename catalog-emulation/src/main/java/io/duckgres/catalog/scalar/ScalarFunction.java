package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/**
 * A function written in Java, called with a whole chunk of rows. An error leaves it as a message
 * that begins with its SQLSTATE in brackets.
 *
 * @param name its name for the engine
 * @param parameters classes of its parameters: String, Integer, Long, Float, Double or Boolean
 * @param result class of its result, of the same
 * @param strict NULL for any argument gives NULL; otherwise the body gets NULLs
 * @param variadic class of the arguments that may follow in any number, null for none
 * @param body what it does
 */
public record ScalarFunction(
    String name,
    List<Class<?>> parameters,
    Class<?> result,
    boolean strict,
    Class<?> variadic,
    Function<Object[], Object> body) {
  public static final Class<String> TEXT = String.class;
  static final Class<Integer> INT = Integer.class;
  static final Class<Boolean> BOOL = Boolean.class;

  /** A strict function of one parameter. */
  public static <A, R> ScalarFunction of(
      String name, Class<A> parameter, Class<R> result, Function<A, R> body) {
    return strict(name, result, a -> body.apply(parameter.cast(a[0])), parameter);
  }

  /** A strict function of two parameters. */
  static <A, B, R> ScalarFunction of(
      String name, Class<A> first, Class<B> second, Class<R> result, BiFunction<A, B, R> body) {
    return strict(
        name, result, a -> body.apply(first.cast(a[0]), second.cast(a[1])), first, second);
  }

  /** A function of any number of texts, which gets NULLs. */
  static <R> ScalarFunction ofTexts(String name, Class<R> result, Function<String[], R> body) {
    return new ScalarFunction(
        name, List.of(), result, false, TEXT, arguments -> body.apply(texts(arguments)));
  }

  /** A function of texts, NULL when one of them is; the engine makes texts of other values. */
  static <R> ScalarFunction ofStrictTexts(
      String name, Class<R> result, Function<String[], R> body) {
    return new ScalarFunction(
        name, List.of(), result, true, TEXT, arguments -> body.apply(texts(arguments)));
  }

  private static String[] texts(Object[] arguments) {
    return Arrays.copyOf(arguments, arguments.length, String[].class);
  }

  static ScalarFunction strict(
      String name, Class<?> result, Function<Object[], Object> body, Class<?>... parameters) {
    return new ScalarFunction(name, List.of(parameters), result, true, null, body);
  }

  static ScalarFunction withNulls(
      String name, Class<?> result, Function<Object[], Object> body, Class<?>... parameters) {
    return new ScalarFunction(name, List.of(parameters), result, false, null, body);
  }

  /**
   * Registers it in the connection's instance; other connections of it see it as well.
   *
   * @throws SQLException when the engine refuses it
   */
  public void register(Connection connection) throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameters(parameters.toArray(new Class<?>[0]))
          .withReturnType(result)
          .withVectorizedFunction(this::call);
      if (variadic != null) {
        builder.withVarArgs(
            DuckDBLogicalType.of(
                variadic == Boolean.class ? DuckDBColumnType.BOOLEAN : DuckDBColumnType.VARCHAR));
      }
      builder.register(connection);
    }
  }

  private void call(DuckDBDataChunkReader in, DuckDBWritableVector out) {
    int count = (int) in.columnCount();
    DuckDBReadableVector[] vectors = new DuckDBReadableVector[count];
    for (int i = 0; i < count; i++) {
      vectors[i] = in.vector(i);
    }
    Object[] arguments = new Object[count];
    for (long row = 0; row < in.rowCount(); row++) {
      boolean missing = false;
      for (int i = 0; i < count; i++) {
        arguments[i] = read(vectors[i], row, i < parameters.size() ? parameters.get(i) : variadic);
        missing |= arguments[i] == null;
      }
      write(out, row, strict && missing ? null : apply(arguments));
    }
  }

  private Object apply(Object[] arguments) {
    try {
      return body.apply(arguments);
    } catch (PgException e) {
      throw new IllegalArgumentException(RaisedError.message(e), e);
    } catch (OutOfMemoryError e) {
      PgException error = new PgException(SqlState.OUT_OF_MEMORY, "out of memory");
      throw new IllegalArgumentException(RaisedError.message(error), e);
    }
  }

  private static Object read(DuckDBReadableVector vector, long row, Class<?> type) {
    if (vector.isNull(row)) {
      return null;
    }
    if (type == Integer.class) {
      return vector.getInt(row);
    }
    if (type == Long.class) {
      return vector.getLong(row);
    }
    if (type == Double.class) {
      return vector.getDouble(row);
    }
    if (type == Float.class) {
      return vector.getFloat(row);
    }
    return type == Boolean.class ? (Object) vector.getBoolean(row) : vector.getString(row);
  }

  private static void write(DuckDBWritableVector out, long row, Object value) {
    if (value == null) {
      out.setNull(row);
    } else if (value instanceof Integer number) {
      out.setInt(row, number);
    } else if (value instanceof Long number) {
      out.setLong(row, number);
    } else if (value instanceof Double number) {
      out.setDouble(row, number);
    } else if (value instanceof Float number) {
      out.setFloat(row, number);
    } else if (value instanceof Boolean truth) {
      out.setBoolean(row, truth);
    } else {
      out.setString(row, (String) value);
    }
  }
}
