package io.duckgres.gateway.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.duckgres.gateway.config.LogLevel;
import org.slf4j.LoggerFactory;

/** Applies log_level; the rest is in {@code logback.xml}. */
final class Logging {
  private Logging() {}

  static void configure(LogLevel level) {
    Logger logger = (Logger) LoggerFactory.getLogger("io.duckgres");
    logger.setLevel(Level.toLevel(level.name()));
  }
}
