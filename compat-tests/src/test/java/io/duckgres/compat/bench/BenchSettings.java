package io.duckgres.compat.bench;

import io.duckgres.compat.wire.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured: system properties that {@code bin/bench} sets.
 *
 * @param rounds how often all targets are measured in turn; medians are shown
 * @param seconds how long each case is repeated
 * @param rows of the table that is read
 * @param tables of the schema that the catalog's cases ask about
 * @param others further servers
 * @param write whether {@code docs/performance.md} is to be written
 */
record BenchSettings(
    int rounds, double seconds, int rows, int tables, List<Target> others, boolean write) {
  static BenchSettings read() {
    List<Target> others = new ArrayList<>();
    for (String url : System.getProperty("duckgres.bench.servers", "").split(",")) {
      if (!url.isBlank()) {
        others.add(target(URI.create(url.strip())));
      }
    }
    return new BenchSettings(
        Integer.getInteger("duckgres.bench.rounds", 3),
        Double.parseDouble(System.getProperty("duckgres.bench.seconds", "2")),
        Integer.getInteger("duckgres.bench.rows", 1_000_000),
        Integer.getInteger("duckgres.bench.tables", 1_000),
        List.copyOf(others),
        System.getProperty("duckgres.results", "check").equals("write"));
  }

  /** {@code postgresql://user:password@host:port/database}. */
  private static Target target(URI url) {
    String[] user = url.getUserInfo().split(":", 2);
    String database = url.getPath().length() > 1 ? url.getPath().substring(1) : user[0];
    int port = url.getPort() < 0 ? 5432 : url.getPort();
    return new Target(
        url.getHost() + ":" + port,
        new Endpoint(url.getHost(), port, user[0], user.length > 1 ? user[1] : "", database));
  }
}
