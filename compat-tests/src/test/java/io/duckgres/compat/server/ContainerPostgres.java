package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container, set up like the embedded one. */
final class ContainerPostgres {

  private static final String IMAGE = "postgres:" + RealPostgres.MAJOR_VERSION;
  private static final int PORT = 5432;

  private ContainerPostgres() {}

  /** Starts a container that Testcontainers removes when the JVM ends. */
  static Endpoint start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException("Docker does not answer");
    }
    SelfSignedCertificate certificate = SelfSignedCertificate.create();
    @SuppressWarnings("resource") // lives as long as the JVM
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUsername(PostgresSettings.SUPERUSER)
            .withPassword(PostgresSettings.SUPERUSER)
            .withDatabaseName(PostgresSettings.SUPERUSER)
            .withEnv("POSTGRES_INITDB_ARGS", "--locale=" + PostgresSettings.LOCALE)
            .withStartupTimeout(Duration.ofMinutes(2))
            .withCopyToContainer(file(certificate.certificate()), "/server.crt")
            .withCopyToContainer(file(certificate.key()), "/server.key")
            .withCopyToContainer(file(hostBasedAuthentication()), "/pg_hba.conf");
    container.withCreateContainerCmdModifier(
        create -> create.withEntrypoint("sh", "-c").withCmd(script()));
    container.start();
    Endpoint endpoint =
        new Endpoint(
            container.getHost(),
            container.getMappedPort(PORT),
            PostgresSettings.SUPERUSER,
            PostgresSettings.SUPERUSER,
            PostgresSettings.SUPERUSER);
    PostgresSettings.ROLES.forEach(statement -> Readiness.execute(endpoint, statement));
    return endpoint;
  }

  /** PostgreSQL wants the key to belong to the user it runs as, and nobody else to read it. */
  private static String script() {
    List<String> command = new ArrayList<>(List.of("docker-entrypoint.sh", "postgres"));
    List<String> settings = new ArrayList<>(PostgresSettings.SERVER);
    settings.addAll(PostgresSettings.VOLATILE);
    for (String setting : settings) {
      if (!setting.startsWith("unix_socket_directories")) {
        command.add("-c " + setting);
      }
    }
    command.add("-c ssl_cert_file=/server.crt -c ssl_key_file=/server.key");
    command.add("-c hba_file=/pg_hba.conf");
    return "chown postgres /server.key /server.crt /pg_hba.conf && chmod 600 /server.key && exec "
        + String.join(" ", command);
  }

  /** The image's own set-up talks through the socket without a password. */
  private static String hostBasedAuthentication() {
    return "local all all trust\n"
        + String.join("\n", PostgresSettings.HOST_BASED_AUTHENTICATION)
        + "\n";
  }

  private static Transferable file(String text) {
    return Transferable.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
