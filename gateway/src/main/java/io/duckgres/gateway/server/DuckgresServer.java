package io.duckgres.gateway.server;

import io.duckgres.gateway.auth.Authenticator;
import io.duckgres.gateway.auth.Users;
import io.duckgres.gateway.config.ServerConfig;
import io.duckgres.gateway.session.CancelRegistry;
import io.duckgres.gateway.session.SessionFactory;
import io.duckgres.gateway.tls.CertificateFiles;
import io.duckgres.gateway.tls.ServerTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class DuckgresServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DuckgresServer.class);
  private static final Map<String, String> DEFAULT_USERS = Map.of("postgres", "postgres");

  private static final long SESSIONS_END_SECONDS = 2;

  private final EventLoops loops;
  private final ExecutorService sessionThreads;
  private final Listener listener;

  private DuckgresServer(EventLoops loops, ExecutorService sessionThreads, Listener listener) {
    this.loops = loops;
    this.sessionThreads = sessionThreads;
    this.listener = listener;
  }

  /**
   * Starts a server.
   *
   * @throws IOException when the certificate can't be read or made, or the port is in use
   */
  public static DuckgresServer start(ServerConfig config, SessionFactory sessions)
      throws IOException {
    CertificateFiles files = new CertificateFiles(config.tlsCert(), config.tlsKey());
    if (files.createIfMissing()) {
      log.info("made a self-signed certificate: {}, {}", files.certificate(), files.key());
    }
    ServerTls tls = ServerTls.load(files);
    Users users = users(config, tls);
    ExecutorService sessionThreads = SessionThreads.create();
    ConnectionServices services =
        new ConnectionServices(
            new Authenticator(config.authMethod(), users, tls.endPointHash()),
            sessions,
            new CancelRegistry(),
            sessionThreads,
            config.limits());
    EventLoops loops = new EventLoops();
    try {
      Listener listener = new Listener(loops, config.host(), config.port(), tls, services);
      sessionThreads.execute(users::prepare);
      return new DuckgresServer(loops, sessionThreads, listener);
    } catch (IOException | RuntimeException e) {
      sessionThreads.shutdown();
      loops.close();
      throw e;
    }
  }

  private static Users users(ServerConfig config, ServerTls tls) {
    if (config.users().isEmpty()) {
      log.warn(
          "no users are configured: the user postgres can log in with the password postgres;"
              + " configure users before others can reach this port");
      return new Users(DEFAULT_USERS, tls.secret());
    }
    return new Users(config.users(), tls.secret());
  }

  /** The address that the server listens on, with the real port. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** Stops: running statements may finish, then every client is told. */
  @Override
  public void close() {
    listener.close();
    sessionThreads.shutdown();
    try {
      // Sessions use their channels to the end, so the event loops outlive them.
      if (!sessionThreads.awaitTermination(SESSIONS_END_SECONDS, TimeUnit.SECONDS)) {
        log.warn("some sessions have not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.close();
  }
}
