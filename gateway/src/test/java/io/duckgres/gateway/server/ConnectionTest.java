package io.duckgres.gateway.server;

import static io.duckgres.gateway.server.RawClient.CANCEL_REQUEST;
import static io.duckgres.gateway.server.RawClient.PROTOCOL_3_0;
import static io.duckgres.gateway.server.RawClient.PROTOCOL_3_2;
import static io.duckgres.gateway.server.RawClient.message;
import static io.duckgres.gateway.server.RawClient.packet;
import static io.duckgres.gateway.server.RawClient.startup;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final String READY = "Z:I";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new TestServer(directory, AuthenticationMethod.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesLongCancelKeysInProtocol32Only() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      assertThat(logIn(client, PROTOCOL_3_0).remaining()).isEqualTo(4 + 4);
    }
    try (RawClient client = RawClient.overTls(server.port())) {
      assertThat(logIn(client, PROTOCOL_3_2).remaining()).isEqualTo(4 + 32);
    }
  }

  @Test
  void negotiatesNewerVersionsAndUnknownExtensions() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(startup(PROTOCOL_3_0 + 9, "user", "alice", "_pq_.a", "1"));

      assertThat(client.read()).isEqualTo("v:.\3.\2...\1_pq_.a.");
      assertThat(client.read()).isEqualTo("R:...\3");
    }
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(startup(PROTOCOL_3_0 + 1, "user", "alice"));

      assertThat(client.read()).isEqualTo("R:...\3");
    }
  }

  @Test
  void refusesOtherMessagesBeforeAuthentication() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(startup(PROTOCOL_3_0, "user", "alice"));
      client.send(message('Q', "select 1\0"));

      assertThat(client.readToEnd())
          .containsExactly(
              "R:...\3",
              "E:SFATAL.VFATAL.C08P01.Mexpected password response, got message type 81..");
    }
  }

  @Test
  void endsAtUnknownMessageTypes() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      logIn(client, PROTOCOL_3_0);
      client.readUntil('Z');
      client.send(message('~', ""));

      assertThat(client.readToEnd())
          .containsExactly("E:SFATAL.VFATAL.C08P01.Minvalid frontend message type 126..");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancelsOverPlaintextAndTls(boolean tls) throws Exception {
    try (RawClient client = RawClient.overTls(server.port())) {
      byte[] key = logIn(client, PROTOCOL_3_2).array();
      client.readUntil('Z');
      client.send(message('Q', "sleep\0"));
      cancel(key, tls);

      assertThat(client.readUntil('Z'))
          .containsExactly(
              "E:SERROR.VERROR.C57014.Mcanceling statement due to user request..", READY);
    }
  }

  @Test
  void ignoresWrongCancelKeys() throws Exception {
    try (RawClient client = RawClient.overTls(server.port())) {
      byte[] key = logIn(client, PROTOCOL_3_0).array();
      client.readUntil('Z');
      client.send(message('Q', "sleep\0"));
      byte[] wrong = key.clone();
      wrong[5] ^= 1;
      cancel(wrong, false);
      cancel(key, false);

      assertThat(client.readUntil('Z')).hasSize(2);
    }
  }

  @Test
  void answersPipelinedMessagesInOrder() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      logIn(client, PROTOCOL_3_0);
      client.readUntil('Z');
      byte[] query = message('Q', "select 1\0");
      byte[][] queries = new byte[1000][];
      java.util.Arrays.fill(queries, query);
      client.send(RawClient.concat(queries));

      for (int i = 0; i < 1000; i++) {
        List<String> answer = client.readUntil('Z');
        assertThat(answer).hasSize(4).endsWith("C:SELECT 1.", READY);
      }
    }
  }

  @Test
  void stopsTheSessionWhenTheClientGoesAway() throws Exception {
    try (RawClient client = RawClient.overTls(server.port())) {
      logIn(client, PROTOCOL_3_0);
      client.readUntil('Z');
      client.send(message('Q', "flood\0"));
      client.readUntil('D');
    }

    assertThat(TestSession.FLOOD_ENDED.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tellsClientsThatTheServerStops() throws Exception {
    try (TestServer other = new TestServer(directory, AuthenticationMethod.PASSWORD);
        RawClient client = RawClient.overTls(other.port())) {
      logIn(client, PROTOCOL_3_0);
      client.readUntil('Z');
      other.stop();

      assertThat(client.readToEnd())
          .containsExactly(
              "E:SFATAL.VFATAL.C57P01.Mterminating connection due to administrator command..");
    }
  }

  /** Logs in and returns the body of BackendKeyData. */
  private static ByteBuffer logIn(RawClient client, int protocol) throws IOException {
    client.send(startup(protocol, "user", "alice"));
    client.readBody('R');
    client.send(message('p', "secret\0"));
    client.readBody('R');
    for (int i = 0; i < 6; i++) {
      client.readBody('S');
    }
    return client.readBody('K');
  }

  private static void cancel(byte[] key, boolean tls) throws IOException {
    try (RawClient client = tls ? RawClient.overTls(server.port()) : new RawClient(server.port())) {
      client.send(packet(CANCEL_REQUEST, key));
      assertThat(client.readToEnd()).isEmpty();
    }
  }
}
