package io.duckgres.gateway.server;

import static io.duckgres.gateway.server.RawClient.GSSENC_REQUEST;
import static io.duckgres.gateway.server.RawClient.PROTOCOL_3_0;
import static io.duckgres.gateway.server.RawClient.SSL_REQUEST;
import static io.duckgres.gateway.server.RawClient.concat;
import static io.duckgres.gateway.server.RawClient.packet;
import static io.duckgres.gateway.server.RawClient.startup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.auth.AuthenticationMethod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
  private static final byte[] STARTUP = startup(PROTOCOL_3_0, "user", "alice", "database", "db");
  private static final byte[] NOTHING = {};
  private static final String PASSWORD_REQUEST = "R:...\3";

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
  void makesACertificateWhoseKeyOnlyTheOwnerReads() throws Exception {
    Path key = directory.resolve("certs/server.key");
    X509Certificate certificate;
    try (var in = Files.newInputStream(directory.resolve("certs/server.crt"))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames().toString()).contains("localhost");
  }

  @Test
  void asksForThePasswordInsideTls() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(STARTUP);

      assertThat(client.read()).isEqualTo(PASSWORD_REQUEST);
    }
  }

  @Test
  void acceptsDirectTls() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.startTls("postgresql");
      client.send(STARTUP);

      assertThat(client.applicationProtocol()).isEqualTo("postgresql");
      assertThat(client.read()).isEqualTo(PASSWORD_REQUEST);
    }
  }

  @Test
  void closesDirectTlsWithoutApplicationProtocol() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.startTls();

      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void refusesAnotherApplicationProtocol() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      assertThatThrownBy(() -> client.startTls("http/1.1")).hasMessageContaining("protocol");
    }
  }

  @Test
  void refusesPlaintextWithAHint() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send(STARTUP);

      assertThat(client.readToEnd())
          .containsExactly(
              "E:SFATAL.VFATAL.C28000.Mno pg_hba.conf entry for host \"127.0.0.1\", user \"alice\","
                  + " database \"db\", no encryption.HThe server accepts TLS connections only:"
                  + " connect with sslmode=require...");
    }
  }

  @Test
  void answersGssencRequestWithNo() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send(packet(GSSENC_REQUEST, NOTHING));
      assertThat(client.readByte()).isEqualTo('N');

      client.send(packet(SSL_REQUEST, NOTHING));
      assertThat(client.readByte()).isEqualTo('S');
      client.startTls();
      client.send(STARTUP);
      assertThat(client.read()).isEqualTo(PASSWORD_REQUEST);
    }
  }

  @Test
  void refusesBytesBetweenRequestAndHandshake() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send(concat(packet(SSL_REQUEST, NOTHING), STARTUP));

      assertThat(client.readByte()).isEqualTo('S');
      // A TLS alert, if anything, and never a message of the protocol.
      assertThat(client.readByteOrEnd()).isIn(-1, 0x15);
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(concat(packet(GSSENC_REQUEST, NOTHING), packet(SSL_REQUEST, NOTHING)));

      assertThat(client.readByte()).isEqualTo('N');
      assertThat(client.readToEnd())
          .singleElement()
          .asString()
          .startsWith(
              "E:SFATAL.VFATAL.C08P01.Mreceived unencrypted data after GSSAPI encryption request.D");
    }
  }

  @Test
  void refusesPlaintextBetweenAnswerAndHandshake() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send(packet(SSL_REQUEST, NOTHING));
      assertThat(client.readByte()).isEqualTo('S');
      client.send(STARTUP);

      // A TLS alert, if anything, and never a message of the protocol.
      assertThat(client.readByteOrEnd()).isIn(-1, 0x15);
    }
  }

  @Test
  void refusesTlsInsideTls() throws IOException {
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(packet(SSL_REQUEST, NOTHING));

      assertThat(client.readToEnd())
          .containsExactly(
              "E:SFATAL.VFATAL.C0A000.Munsupported frontend protocol 1234.5679: server supports"
                  + " 3.0 to 3.2..");
    }
  }

  @Test
  void closesAtGarbage() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(client.readToEnd()).isEmpty();
    }
    try (RawClient client = RawClient.overTls(server.port())) {
      client.send(ByteBuffer.allocate(4).putInt(7).array());

      assertThat(client.readToEnd()).isEmpty();
    }
  }
}
