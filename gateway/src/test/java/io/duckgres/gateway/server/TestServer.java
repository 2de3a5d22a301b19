package io.duckgres.gateway.server;

import io.duckgres.gateway.auth.AuthenticationMethod;
import io.duckgres.gateway.config.LogLevel;
import io.duckgres.gateway.config.ServerConfig;
import io.duckgres.gateway.session.SessionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server on a free port of the loopback address. */
final class TestServer implements AutoCloseable {
  private final DuckgresServer server;

  TestServer(Path directory, AuthenticationMethod method) throws IOException {
    this(directory, method, TestSession::new);
  }

  TestServer(Path directory, AuthenticationMethod method, SessionFactory sessions)
      throws IOException {
    server =
        DuckgresServer.start(
            new ServerConfig(
                "127.0.0.1",
                0,
                directory,
                directory.resolve("certs/server.crt"),
                directory.resolve("certs/server.key"),
                LogLevel.INFO,
                method,
                Map.of("alice", "secret", "bob", "p\u00e4ssw\u00f6rd \u2122"),
                List.of()),
            sessions);
  }

  int port() {
    return server.address().getPort();
  }

  void stop() {
    server.close();
  }

  @Override
  public void close() {
    stop();
  }
}
