package io.duckgres.gateway.server;

import io.duckgres.gateway.settings.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that this build was made of. */
final class BuildVersion {
  private static final Properties PROPERTIES = load();

  private BuildVersion() {}

  /** Ours. */
  static String duckgres() {
    return PROPERTIES.getProperty("version");
  }

  /** What {@code version()} says: clients take us for PostgreSQL, people see what we are. */
  static String forClients() {
    return "PostgreSQL "
        + Parameters.serverVersion()
        + " on Duckgres "
        + duckgres()
        + " with DuckDB "
        + PROPERTIES.getProperty("duckdb");
  }

  private static Properties load() {
    try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
