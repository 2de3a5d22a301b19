package io.duckgres.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.server.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client may not exceed, and that it can go on where that makes sense. */
class LimitsTest {
  private static final String HINT = ".HThe server's configuration sets the limit: limits.";

  @TempDir static Path directory;
  private static FuzzServer server;

  private Client client;

  @BeforeAll
  static void start() throws IOException {
    server = new FuzzServer(directory, new Limits(1, 100_000, 20, 3, 2));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void logIn() throws IOException {
    client = new Client(server.port());
  }

  @AfterEach
  void hangUp() throws IOException {
    client.close();
  }

  @Test
  void closesConnectionsThatDoNotLogInInTime() throws IOException {
    try (RawClient silent = new RawClient(server.port());
        RawClient halfway = RawClient.overTls(server.port())) {
      halfway.send(RawClient.startup(RawClient.PROTOCOL_3_0, "user", "alice"));

      assertThat(silent.readToEnd()).isEmpty();
      assertThat(halfway.readToEnd()).hasSize(1);
    }
  }

  @Test
  void endsAtLongMessages() throws IOException {
    assertThat(client.query("select '" + "x".repeat(99_900) + "'")).hasSize(1);
    client.send(Messages.announcing('Q', 100_001, new byte[0]));

    assertThat(client.answerToEnd())
        .containsExactly(
            "E:SFATAL.VFATAL.C54000.Mmessage of 100001 bytes exceeds limit of 100000 bytes"
                + HINT
                + "message_bytes...");
  }

  @Test
  void refusesManyStatements() throws IOException {
    for (int i = 0; i < 4; i++) {
      client.send(Messages.parse("s" + i, "select 1"));
    }
    client.send(Messages.sync());

    assertThat(client.answer())
        .containsExactly(
            "1:",
            "1:",
            "1:",
            "E:SERROR.VERROR.C54000.Mtoo many prepared statements: the session has 3 already"
                + HINT
                + "prepared_statements...",
            "Z:I");
    client.send(Messages.close('S', "s1"));
    client.send(Messages.parse("s4", "select 1"));
    client.send(Messages.sync());
    assertThat(client.answer()).containsExactly("3:", "1:", "Z:I");
  }

  @Test
  void refusesManyPortals() throws IOException {
    client.send(Messages.parse("", "select 1"));
    for (int i = 0; i < 3; i++) {
      client.send(Messages.bind("p" + i, ""));
    }
    client.send(Messages.sync());

    assertThat(client.answer())
        .containsExactly(
            "1:",
            "2:",
            "2:",
            "E:SERROR.VERROR.C54000.Mtoo many portals: the session has 2 already"
                + HINT
                + "portals...",
            "Z:I");
  }

  @Test
  void refusesManyCursors() throws IOException {
    client.query("begin; declare a cursor for select 1; declare b cursor for select 1");
    client.send(Messages.query("declare c cursor for select 1"));

    assertThat(client.answer()).element(0).asString().contains("C54000");
  }

  @Test
  void refusesManyParameters() throws IOException {
    String[] values = Collections.nCopies(21, "1").toArray(String[]::new);
    client.send(Messages.parse("", "select 1"));
    client.send(Messages.bind("", "", values));
    client.send(Messages.sync());

    List<String> answer = client.answer();
    assertThat(answer)
        .containsExactly(
            "1:",
            "E:SERROR.VERROR.C54000.Mstatement has 21 parameters, more than the limit of 20"
                + HINT
                + "parameters...",
            "Z:I");
  }

  /** A server that answered on would keep the answers for ever. */
  @Test
  void readsNoFurtherWhileItsAnswersAreNotRead() throws Exception {
    byte[][] storm = new byte[10_000][];
    java.util.Arrays.fill(storm, Messages.sync());
    byte[] messages = RawClient.concat(storm);
    long most = 200L << 20;
    AtomicLong sent = new AtomicLong();
    Thread sender =
        new Thread(
            () -> {
              try {
                while (sent.get() < most) {
                  client.send(messages);
                  sent.addAndGet(messages.length);
                }
              } catch (IOException closed) {
                // The test is over.
              }
            });
    sender.start();
    long before = -1;
    while (before != sent.get()) {
      before = sent.get();
      sender.join(1000);
    }

    assertThat(before).isLessThan(most);
    try (Client administrator = new Client(server.port())) {
      assertThat(
              administrator.query(
                  "select pg_terminate_backend(pid) from pg_stat_activity"
                      + " where pid <> pg_backend_pid()"))
          .containsExactly("t");
    }
    sender.join();
  }
}
