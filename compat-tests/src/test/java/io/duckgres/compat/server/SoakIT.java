package io.duckgres.compat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Many clients for a long time: the server's memory stays what it is. Runs when {@code
 * -Dduckgres.soak.seconds=…} asks for it.
 */
@EnabledIfSystemProperty(named = "duckgres.soak.seconds", matches = "[1-9]\\d*")
class SoakIT {
  private static final int CLIENTS = Integer.getInteger("duckgres.soak.clients", 200);

  /** What the second half of the time may need beyond the first; caches fill slowly. */
  private static final double GROWTH = 1.15;

  @Test
  void keepsItsMemory() throws Exception {
    long seconds = Long.getLong("duckgres.soak.seconds");
    Path home = Files.createTempDirectory("soaked-server");
    try (LaunchedServer server = LaunchedServer.startIn(home, List.of())) {
      Readiness.execute(
          server.endpoint(), "create table soak (client int, number int, b varchar(40))");
      soak(server, seconds);
    } finally {
      Directories.delete(home);
    }
  }

  private static void soak(LaunchedServer server, long seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    AtomicLong actions = new AtomicLong();
    List<SoakClient> clients = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      SoakClient client =
          new SoakClient(server.endpoint(), i, () -> System.nanoTime() < end, actions);
      clients.add(client);
      Thread thread = new Thread(client, "soak-" + i);
      thread.start();
      threads.add(thread);
    }
    List<Long> resident = new ArrayList<>();
    while (System.nanoTime() < end) {
      Thread.sleep(1000);
      resident.add(residentKilobytes(server.pid()));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    // The first quarter is warming up.
    long early = most(resident, resident.size() / 4, resident.size() / 2);
    long late = most(resident, resident.size() / 2, resident.size());
    System.out.printf(
        "%d actions of %d clients; at most %d MiB, then %d MiB%n",
        actions.get(), CLIENTS, early / 1024, late / 1024);
    assertThat(clients).allSatisfy(client -> assertThat(client.failure()).isNull());
    assertThat(late).isLessThan((long) (early * GROWTH));
  }

  private static long most(List<Long> values, int from, int to) {
    return values.subList(from, to).stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static long residentKilobytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
