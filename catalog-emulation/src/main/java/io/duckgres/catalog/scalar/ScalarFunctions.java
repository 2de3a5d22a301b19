package io.duckgres.catalog.scalar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions written in Java, from the lists by topic. An error leaves a function as a message
 * that begins with its SQLSTATE in brackets, which the gateway's error table understands.
 */
public final class ScalarFunctions {
  private static final List<ScalarFunction> ALL =
      Stream.of(
              TextScalars.ALL,
              JsonScalars.ALL,
              ArrayScalars.ALL,
              RecordTexts.ALL,
              NumericScalars.ALL,
              ValueScalars.ALL,
              NetworkScalars.ALL,
              RangeScalars.ALL,
              GeometryScalars.ALL,
              SearchScalars.ALL,
              HashScalars.ALL,
              DateTimeScalars.ALL)
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
    for (ScalarFunction function : ALL) {
      function.register(connection);
    }
  }
}
