package io.duckgres.gateway.server;

import io.duckgres.catalog.CatalogFunctions;
import io.duckgres.gateway.config.ServerConfig;
import io.duckgres.gateway.engine.EmulatedCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.session.SessionLimits;
import io.duckgres.gateway.session.SessionServices;
import io.duckgres.gateway.session.SqlSessionFactory;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.Transpiler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/** The process: puts the parts together, waits for the signal to stop, takes them down. */
public final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs the command {@code duckgres}. */
  public static void main(String[] arguments) {
    CommandLineInterface duckgres =
        new CommandLineInterface(System.getenv(), Path.of(""), Main::serve);
    System.exit(duckgres.commandLine().execute(arguments));
  }

  private static int serve(ServerConfig config) {
    Logging.configure(config.logLevel());
    ExecutorService background = SessionThreads.create();
    EngineConfiguration engineConfiguration =
        new EngineConfiguration(
            config.dataDir(),
            config.dataDir().resolve(".tmp"),
            config.allowedDirectories(),
            null,
            0);
    EngineRegistry engines =
        new EngineRegistry(engineConfiguration, EmulatedCatalog.installer(background));
    Transpiler transpiler = new PostgresTranspiler(CatalogFunctions.engineFunctions());
    SessionServices services =
        new SessionServices(
            transpiler,
            engines::engineOf,
            BuildVersion.forClients(),
            Instant.now(),
            limits(config));
    // While the port opens: what the first session would have to wait for.
    background.execute(() -> openFirst(config, engines));
    background.execute(transpiler::warmUp);
    DuckgresServer server;
    try {
      server = DuckgresServer.start(config, new SqlSessionFactory(services));
    } catch (IOException e) {
      System.err.println("duckgres: " + e.getMessage());
      return ExitCode.SOFTWARE;
    }
    stopOnSignal(server, engines);
    System.err.println(
        "duckgres "
            + BuildVersion.duckgres()
            + " is ready for connections on "
            + config.host()
            + ":"
            + server.address().getPort());
    waitForever();
    return ExitCode.OK;
  }

  private static SessionLimits limits(ServerConfig config) {
    return new SessionLimits(config.limits().preparedStatements(), config.limits().portals());
  }

  /** Opens one user's database at once; others' are opened when they come. */
  private static void openFirst(ServerConfig config, EngineRegistry engines) {
    String user = config.users().isEmpty() ? "postgres" : config.users().keySet().iterator().next();
    try {
      engines.engineOf(user);
    } catch (RuntimeException e) {
      // The user's first session tries again and gets the error.
      log.debug("could not open the database of {} ahead", user, e);
    }
  }

  private static void stopOnSignal(DuckgresServer server, EngineRegistry engines) {
    Thread stop =
        new Thread(
            () -> {
              server.close();
              engines.close();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
