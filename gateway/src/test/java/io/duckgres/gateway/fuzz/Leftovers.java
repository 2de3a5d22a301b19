package io.duckgres.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What clients that are gone may have left in the server: buffers, busy threads, descriptors. */
final class Leftovers implements AutoCloseable {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final int COLLECTIONS = 3;

  private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
  private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();
  private final Logger detector = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
  private int descriptors;

  /** From now on Netty watches every buffer. */
  Leftovers() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    leaks.start();
    detector.addAppender(leaks);
  }

  /** What is open now is there to stay. */
  void mark() {
    descriptors = descriptors();
  }

  /**
   * Fails when something is left.
   *
   * @param sessions how many there are, the asker's not counted
   */
  void assertNone(IntSupplier sessions) throws InterruptedException {
    await(() -> busySessionThreads() == 0, "threads still run sessions");
    await(() -> sessions.getAsInt() == 0, "sessions are left");
    await(() -> descriptors() <= descriptors, "descriptors are left");
    assertThat(leaks()).as("buffers that were not released").isEmpty();
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition, String otherwise) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            otherwise + "; descriptors: " + descriptors() + " of " + descriptors + stacks());
      }
      Thread.sleep(20);
    }
  }

  private static String stacks() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (isBusySession(thread, stack)) {
                text.append('\n').append(thread.getName());
                for (StackTraceElement element : stack) {
                  text.append("\n  ").append(element);
                }
              }
            });
    return text.toString();
  }

  private static int busySessionThreads() {
    int busy = 0;
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      busy += isBusySession(entry.getKey(), entry.getValue()) ? 1 : 0;
    }
    return busy;
  }

  private static boolean isBusySession(Thread thread, StackTraceElement[] stack) {
    return thread.getName().startsWith("session-")
        && stack.length > 0
        && Stream.of(stack).noneMatch(element -> element.getMethodName().equals("getTask"));
  }

  private static int descriptors() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return (int) open.count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What Netty has found out: it tells when the next buffer is made after a collection. */
  private List<String> leaks() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(50);
      for (int buffer = 0; buffer < 200; buffer++) {
        ByteBufAllocator.DEFAULT.directBuffer(16).release();
      }
    }
    return leaks.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    detector.detachAppender(leaks);
    ResourceLeakDetector.setLevel(level);
  }
}
