package io.duckgres.gateway.fuzz;

import io.duckgres.gateway.server.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Connections that do not get as far as a session, and do not want to. */
final class HostileStartups {
  /** A connection, from its first byte; it may leave whenever it likes. */
  interface Startup {
    void run(RawClient client) throws IOException;
  }

  private static final byte[] SSL_REQUEST = RawClient.packet(RawClient.SSL_REQUEST, new byte[0]);

  private final Random random;

  HostileStartups(Random random) {
    this.random = random;
  }

  List<Startup> all() {
    List<Startup> all = new ArrayList<>();
    all.add(client -> {});
    for (int length : new int[] {Integer.MIN_VALUE, -1, 0, 4, 7, 10_001, 1 << 30, 0x7fffffff}) {
      all.add(client -> client.send(Messages.int32(length)));
      all.add(client -> insideTls(client).send(Messages.int32(length)));
    }
    all.add(client -> client.send(new byte[] {0, 0}));
    all.add(client -> client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes()));
    all.add(client -> client.send(bytes(5000)));
    all.add(client -> client.send(Messages.join(0x16, 3, 1, bytes(600))));
    all.add(client -> client.send(Messages.join(SSL_REQUEST, bytes(300))));
    all.add(client -> client.send(Messages.join(SSL_REQUEST, SSL_REQUEST, SSL_REQUEST)));
    all.add(client -> client.send(Messages.join(SSL_REQUEST, startup("user", "alice"))));
    all.add(client -> client.send(startup("user", "alice")));
    all.add(client -> client.send(startup()));
    all.add(
        client -> {
          client.send(SSL_REQUEST);
          client.readByte();
          client.send(Messages.join(0x16, 3, 3, 0x40, 0, bytes(100)));
        });
    all.add(
        client -> {
          client.send(SSL_REQUEST);
          client.shutDownOutput();
        });
    all.add(
        client -> {
          client.send(SSL_REQUEST);
          client.reset();
        });
    all.add(client -> client.send(RawClient.packet(RawClient.CANCEL_REQUEST, bytes(8))));
    all.add(client -> client.send(RawClient.packet(RawClient.CANCEL_REQUEST, bytes(300))));
    all.add(
        client -> client.send(RawClient.packet(RawClient.GSSENC_REQUEST, new byte[] {1, 2, 3})));
    all.add(client -> byteByByte(insideTls(client), startup("user", "alice")));
    all.add(client -> insideTls(client).send(startup("user", "alice", "user")));
    all.add(client -> insideTls(client).send(startup("user", "\u0000", "x")));
    all.add(client -> insideTls(client).send(startup("user", "n".repeat(9_000))));
    all.add(client -> insideTls(client).send(startup("user", "alice", "options", "-c x")));
    all.add(client -> insideTls(client).send(startup("user", "alice", "replication", "database")));
    all.add(client -> insideTls(client).send(RawClient.packet(RawClient.PROTOCOL_3_0, bytes(90))));
    all.add(client -> insideTls(client).send(RawClient.packet(random.nextInt(), bytes(20))));
    all.add(client -> asked(client).send(Messages.of('p', "wrong", 0)));
    all.add(client -> asked(client).send(Messages.of('p', bytes(200))));
    all.add(client -> asked(client).send(Messages.of('p', "secret")));
    all.add(client -> asked(client).send(Messages.announcing('p', 1 << 30, bytes(10))));
    all.add(client -> asked(client).send(Messages.announcing('p', 60_000, bytes(10))));
    all.add(client -> asked(client).send(Messages.query("select 1")));
    all.add(client -> asked(client).reset());
    // Before anybody looks at the password there is more than anybody should keep.
    all.add(
        client -> asked(client).send(Messages.join(Messages.of('p', "wrong", 0), bytes(99_999))));
    all.add(
        client -> {
          asked(client).send(Messages.of('p', "secret", 0));
          client.reset();
        });
    all.add(
        client -> {
          asked(client).send(Messages.of('p', "secret", 0));
          client.send(Messages.query("select * from generate_series(1, 1000000)"));
          client.reset();
        });
    return all;
  }

  private static RawClient insideTls(RawClient client) throws IOException {
    client.send(SSL_REQUEST);
    if (client.readByte() != 'S') {
      throw new IOException("TLS was refused");
    }
    client.startTls();
    return client;
  }

  /** Asked for its password. */
  private static RawClient asked(RawClient client) throws IOException {
    insideTls(client).send(startup("user", "alice"));
    client.readBody('R');
    return client;
  }

  private static byte[] startup(String... parameters) {
    return RawClient.startup(RawClient.PROTOCOL_3_0, parameters);
  }

  private static void byteByByte(RawClient client, byte[] bytes) throws IOException {
    for (byte part : bytes) {
      client.send(new byte[] {part});
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
