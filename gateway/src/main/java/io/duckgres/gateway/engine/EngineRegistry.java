package io.duckgres.gateway.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * The open databases of a server: each file is opened once, when its user's first session asks, and
 * stays open until the server stops. Thread-safe.
 */
public final class EngineRegistry implements AutoCloseable {
  static {
    // Fields of an unnamed STRUCT all have the same name; Arrow would keep only the last of them.
    System.setProperty("arrow.struct.conflict.policy", "CONFLICT_APPEND");
    // No bounds check per value: only the codecs read vectors, and only rows that the batch has.
    System.setProperty("arrow.enable_unsafe_memory_access", "true");
  }

  private final EngineConfiguration configuration;
  private final EngineCatalog.Installer installer;
  private final BufferAllocator allocator = new RootAllocator();
  private final Map<String, DuckDbEngine> engines = new HashMap<>();
  private boolean closed;

  /** A registry whose databases get the catalog emulation of {@code installer}. */
  public EngineRegistry(EngineConfiguration configuration, EngineCatalog.Installer installer) {
    this.configuration = configuration;
    this.installer = installer;
  }

  /**
   * The engine of a user's database.
   *
   * @param user names the file; the caller has made sure that it is a configured user
   * @throws EngineException when DuckDB can't open the file
   */
  public Engine engineOf(String user) {
    synchronized (engines) {
      if (closed) {
        throw new IllegalStateException("the registry is closed");
      }
      DuckDbEngine engine = engines.get(user);
      if (engine == null) {
        createDirectories();
        engine =
            DuckDbEngine.open(
                configuration.databaseFile(user), configuration, installer, allocator);
        engines.put(user, engine);
      }
      return engine;
    }
  }

  private void createDirectories() {
    try {
      Files.createDirectories(configuration.dataDirectory());
      Files.createDirectories(configuration.temporaryDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that results hold outside the heap right now. */
  public long allocatedBytes() {
    return allocator.getAllocatedMemory();
  }

  /**
   * Closes all databases. Sessions must be closed before.
   *
   * @throws IllegalStateException when results were not closed
   */
  @Override
  public void close() {
    synchronized (engines) {
      if (closed) {
        return;
      }
      closed = true;
      engines.values().forEach(DuckDbEngine::close);
      engines.clear();
      allocator.close();
    }
  }
}
