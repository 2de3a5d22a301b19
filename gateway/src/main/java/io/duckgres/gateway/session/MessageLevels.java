package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.Severity;
import java.util.List;

/** The order of client_min_messages. */
final class MessageLevels {
  private static final List<String> LEVELS =
      List.of(
          "debug5", "debug4", "debug3", "debug2", "debug1", "log", "notice", "warning", "error");

  private MessageLevels() {}

  /** Whether a message of this severity is told to a client with this client_min_messages. */
  static boolean reaches(Severity severity, String least) {
    // INFO is always told.
    return severity == Severity.INFO
        || LEVELS.indexOf(severity.name().toLowerCase(java.util.Locale.ROOT))
            >= LEVELS.indexOf(least);
  }
}
