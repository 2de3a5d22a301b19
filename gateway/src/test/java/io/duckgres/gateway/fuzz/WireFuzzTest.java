package io.duckgres.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.server.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks the protocol in every way that comes to mind, and in many that come from a random number
 * generator with a fixed seed. {@code -Dduckgres.fuzz.rounds=…} says how many, {@code
 * -Dduckgres.fuzz.seed=…} which.
 */
class WireFuzzTest {
  private static final int ROUNDS = Integer.getInteger("duckgres.fuzz.rounds", 80);
  private static final long SEED = Long.getLong("duckgres.fuzz.seed", 42);
  private static final int PAUSE = 60;

  @TempDir static Path directory;
  private static FuzzServer server;
  private static Leftovers leftovers;
  private static Client bystander;

  @BeforeAll
  static void start() throws IOException {
    leftovers = new Leftovers();
    server = new FuzzServer(directory, Limits.defaults());
    bystander = new Client(server.port());
    for (String statement : Conversations.SCHEMA) {
      bystander.query(statement);
    }
    for (List<byte[]> conversation : Conversations.ALL) {
      converse(conversation, false);
    }
    leftovers.mark();
  }

  @AfterAll
  static void stop() throws IOException {
    bystander.close();
    server.close();
    leftovers.close();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    leftovers.assertNone(otherSessions());
  }

  @Test
  void servesOthersAfterHostileStartups() throws Exception {
    HostileStartups startups = new HostileStartups(new Random(SEED));
    int rounds = Math.max(1, ROUNDS / 80);
    for (int round = 0; round < rounds; round++) {
      List<RawClient> open = new ArrayList<>();
      for (HostileStartups.Startup startup : startups.all()) {
        RawClient client = new RawClient(server.port());
        open.add(client);
        try {
          startup.run(client);
        } catch (IOException hungUp) {
          // Rightly so.
        }
      }
      assertThat(bystander.query("select 7")).containsExactly("7");
      new Client(server.port()).close();
      for (RawClient client : open) {
        client.close();
      }
    }
  }

  @Test
  void servesOthersAfterBrokenConversations() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(SEED + round);
      List<byte[]> messages = new Mutator(random).next();
      try {
        converse(messages, random.nextInt(5) == 0);
        assertThat(bystander.query("select 7")).containsExactly("7");
      } catch (IOException | AssertionError e) {
        throw new AssertionError("after -Dduckgres.fuzz.seed=" + (SEED + round), e);
      }
    }
    assertThat(bystander.query("select count(*) from numbers where b = 'never'"))
        .containsExactly("0");
  }

  @Test
  void survivesClientsThatLeaveInTheMidst() throws Exception {
    for (int round = 0; round < Math.max(20, ROUNDS / 5); round++) {
      Random random = new Random(SEED + round);
      List<byte[]> messages = new Mutator(random).next();
      try (Client client = new Client(server.port())) {
        client.sendAnything(messages.subList(0, random.nextInt(messages.size() + 1)), false);
        if (random.nextBoolean()) {
          client.reset();
        }
      }
    }
    assertThat(bystander.query("select 7")).containsExactly("7");
  }

  private static void converse(List<byte[]> messages, boolean byteByByte) throws IOException {
    try (Client client = new Client(server.port())) {
      client.sendAnything(messages, byteByByte);
      client.readAnything(PAUSE);
    }
  }

  private static IntSupplier otherSessions() {
    return () -> {
      try {
        String count =
            bystander
                .query("select count(*) from pg_stat_activity where pid <> pg_backend_pid()")
                .get(0);
        return Integer.parseInt(count);
      } catch (IOException e) {
        throw new AssertionError("the server does not answer", e);
      }
    };
  }
}
