package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL from embedded binaries, in a temporary directory, for the life of this JVM. */
final class EmbeddedPostgres {

  private final Path home;
  private final Path data;
  private final List<String> settings;
  private final Unprivileged unprivileged;

  private EmbeddedPostgres(Path home, List<String> settings) {
    this.home = home;
    this.settings = settings;
    this.data = home.resolve("data");
    this.unprivileged = Unprivileged.find();
  }

  /**
   * @param durability settings of {@code postgresql.conf} besides those that all have
   */
  static Endpoint start(List<String> durability) {
    List<String> settings = new ArrayList<>(PostgresSettings.SERVER);
    settings.addAll(durability);
    try {
      Path home = Files.createTempDirectory("real-postgres");
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
      PostgresBinaries.unpackInto(home);
      return new EmbeddedPostgres(home, settings).run();
    } catch (IOException e) {
      throw new UncheckedIOException("no embedded PostgreSQL", e);
    }
  }

  private Endpoint run() throws IOException {
    Files.createDirectory(
        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    unprivileged.give(data);
    Path password = Files.writeString(home.resolve("password"), PostgresSettings.SUPERUSER);
    Commands.run(
        command(
            "initdb",
            "--pgdata=" + data,
            "--username=" + PostgresSettings.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=" + PostgresSettings.LOCALE,
            "--no-sync"),
        home);
    configure();
    int port = freePort();
    Process server = launch(port);
    Endpoint endpoint =
        new Endpoint(
            "127.0.0.1",
            port,
            PostgresSettings.SUPERUSER,
            PostgresSettings.SUPERUSER,
            PostgresSettings.SUPERUSER);
    Readiness.await(endpoint, server, home.resolve("log"));
    PostgresSettings.ROLES.forEach(statement -> Readiness.execute(endpoint, statement));
    return endpoint;
  }

  private void configure() throws IOException {
    SelfSignedCertificate certificate = SelfSignedCertificate.create();
    Files.writeString(data.resolve("server.crt"), certificate.certificate());
    Path key =
        Files.createFile(
            data.resolve("server.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, certificate.key());
    Files.write(
        data.resolve("pg_hba.conf"),
        PostgresSettings.HOST_BASED_AUTHENTICATION,
        StandardOpenOption.TRUNCATE_EXISTING);
    unprivileged.give(data);
  }

  private Process launch(int port) throws IOException {
    List<String> command = command("postgres", "-D", data.toString(), "-p", Integer.toString(port));
    for (String setting : settings) {
      command.add("-c");
      command.add(setting);
    }
    Process server =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-real-postgres"));
    return server;
  }

  private void stop(Process server) {
    try {
      server.destroy();
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      Directories.delete(home);
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(unprivileged.prefix());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
