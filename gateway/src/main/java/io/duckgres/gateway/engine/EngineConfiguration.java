package io.duckgres.gateway.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the server's configuration says about the engine.
 *
 * @param dataDirectory holds one database file per user
 * @param temporaryDirectory where the engine spills to; created when needed
 * @param allowedDirectories directories whose files SQL may read and write; empty by default
 * @param memoryLimit the most memory of one user's engine, as DuckDB spells it ({@code 4GB}); null
 *     for DuckDB's own default
 * @param threads threads of one user's engine; 0 for DuckDB's own default
 */
public record EngineConfiguration(
    Path dataDirectory,
    Path temporaryDirectory,
    List<Path> allowedDirectories,
    String memoryLimit,
    int threads) {

  public EngineConfiguration {
    Objects.requireNonNull(dataDirectory);
    Objects.requireNonNull(temporaryDirectory);
    allowedDirectories = List.copyOf(allowedDirectories);
  }

  /** Database files in {@code dataDirectory}, spill files beside them, nothing else allowed. */
  public static EngineConfiguration in(Path dataDirectory) {
    return new EngineConfiguration(
        dataDirectory, dataDirectory.resolve(".tmp"), List.of(), null, 0);
  }

  /** The database file of a user. */
  public Path databaseFile(String user) {
    return dataDirectory.resolve(user + ".db");
  }
}
