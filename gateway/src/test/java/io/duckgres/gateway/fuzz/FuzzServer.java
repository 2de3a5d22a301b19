package io.duckgres.gateway.fuzz;

import io.duckgres.catalog.CatalogFunctions;
import io.duckgres.gateway.auth.AuthenticationMethod;
import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.engine.EmulatedCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.server.TestServer;
import io.duckgres.gateway.session.SessionLimits;
import io.duckgres.gateway.session.SessionServices;
import io.duckgres.gateway.session.SqlSessionFactory;
import io.duckgres.transpiler.PostgresTranspiler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The whole server within this process, where it can be looked into. */
final class FuzzServer implements AutoCloseable {
  private final EngineRegistry engines;
  private final TestServer server;

  FuzzServer(Path directory, Limits limits) throws IOException {
    engines =
        new EngineRegistry(
            EngineConfiguration.in(directory), EmulatedCatalog.installer(Runnable::run));
    SessionServices services =
        new SessionServices(
            new PostgresTranspiler(CatalogFunctions.engineFunctions()),
            engines::engineOf,
            "PostgreSQL 17",
            Instant.EPOCH,
            new SessionLimits(limits.preparedStatements(), limits.portals()));
    server =
        new TestServer(
            directory, AuthenticationMethod.PASSWORD, new SqlSessionFactory(services), limits);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    engines.close();
  }
}
