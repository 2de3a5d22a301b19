package io.duckgres.compat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Several clients at once. */
final class ConcurrencyCases {
  private static final List<Integer> CLIENTS = List.of(1, 8, 32);

  private ConcurrencyCases() {}

  static void run(Target target, int rows, Loop loop, Figures figures) throws Exception {
    for (int clients : CLIENTS) {
      List<Connection> connections = new ArrayList<>();
      try {
        List<Loop.Work> points = new ArrayList<>();
        List<Loop.Work> aggregates = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
          Connection connection = target.connect();
          connections.add(connection);
          points.add(StatementCases.point(connection, rows));
          PreparedStatement aggregate = connection.prepareStatement(StatementCases.AGGREGATE_SQL);
          aggregates.add(() -> StatementCases.read(aggregate.executeQuery()));
        }
        String of = ", " + clients + (clients == 1 ? " client" : " clients");
        figures.add(
            target.name(),
            Measure.perSecond("clients", "rows by primary key" + of, "queries"),
            loop.together(points));
        figures.add(
            target.name(),
            Measure.perSecond("clients", "aggregates" + of, "queries"),
            loop.together(aggregates));
      } finally {
        for (Connection connection : connections) {
          connection.close();
        }
      }
    }
  }
}
