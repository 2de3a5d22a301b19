package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.BackendMessage.BackendKeyData;
import io.duckgres.gateway.wire.FrontendMessage.CancelRequest;
import io.duckgres.gateway.wire.ProtocolVersion;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys by which clients cancel what their sessions run. Thread-safe. */
public final class CancelRegistry {
  private static final int KEY_LENGTH = 4;
  private static final int LONG_KEY_LENGTH = 32;

  private record Entry(byte[] secretKey, Runnable cancel) {}

  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger nextProcessId = new AtomicInteger(1);
  private final SecureRandom random = new SecureRandom();

  /**
   * Gives a new session its key.
   *
   * @param cancel cancels what the session runs; called from any thread
   */
  public BackendKeyData register(ProtocolVersion version, Runnable cancel) {
    byte[] secretKey = new byte[version.hasLongCancelKeys() ? LONG_KEY_LENGTH : KEY_LENGTH];
    random.nextBytes(secretKey);
    Entry entry = new Entry(secretKey, cancel);
    int processId;
    do {
      // After 2 billion sessions numbers come again: those in use are passed over.
      processId = nextProcessId.getAndUpdate(id -> id == Integer.MAX_VALUE ? 1 : id + 1);
    } while (entries.putIfAbsent(processId, entry) != null);
    return new BackendKeyData(processId, secretKey);
  }

  /** Forgets a session. */
  public void unregister(BackendKeyData key) {
    entries.remove(key.processId());
  }

  /** Cancels what the session with this key runs; a wrong key does nothing, as in PostgreSQL. */
  public void cancel(CancelRequest request) {
    Entry entry = entries.get(request.processId());
    if (entry != null && MessageDigest.isEqual(entry.secretKey, request.secretKey())) {
      entry.cancel.run();
    }
  }
}
