package io.duckgres.gateway.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * Interrupts what a connection runs.
 *
 * <p>The driver's {@code interrupt()} is not public; its public {@code Statement.cancel()} does
 * nothing between two batches of a stream, when no call of the driver is under way. The method asks
 * that the connection's lock be held, which executions do not hold.
 */
final class DuckDbInterrupt {
  private static final MethodHandle INTERRUPT;
  private static final MethodHandle LOCK;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(DuckDBConnection.class, MethodHandles.lookup());
      INTERRUPT =
          lookup.findVirtual(
              DuckDBConnection.class, "interrupt", MethodType.methodType(void.class));
      LOCK = lookup.findGetter(DuckDBConnection.class, "connRefLock", ReentrantLock.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private DuckDbInterrupt() {}

  /** Interrupts the running statement; does nothing on a closed connection. */
  static void interrupt(DuckDBConnection connection) {
    try {
      ReentrantLock lock = (ReentrantLock) LOCK.invokeExact(connection);
      lock.lock();
      try {
        if (!connection.isClosed()) {
          INTERRUPT.invokeExact(connection);
        }
      } finally {
        lock.unlock();
      }
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
