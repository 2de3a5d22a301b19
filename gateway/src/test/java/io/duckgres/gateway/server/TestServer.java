package io.duckgres.gateway.server;

import io.duckgres.gateway.auth.AuthenticationMethod;
import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.config.LogLevel;
import io.duckgres.gateway.config.ServerConfig;
import io.duckgres.gateway.session.SessionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server on a free port of the loopback address. */
public final class TestServer implements AutoCloseable {
  private final DuckgresServer server;

  public TestServer(Path directory, AuthenticationMethod method) throws IOException {
    this(directory, method, TestSession::new);
  }

  public TestServer(Path directory, AuthenticationMethod method, SessionFactory sessions)
      throws IOException {
    this(directory, method, sessions, Limits.defaults());
  }

  public TestServer(
      Path directory, AuthenticationMethod method, SessionFactory sessions, Limits limits)
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
                List.of(),
                limits),
            sessions);
  }

  public int port() {
    return server.address().getPort();
  }

  public void stop() {
    server.close();
  }

  @Override
  public void close() {
    stop();
  }
}
