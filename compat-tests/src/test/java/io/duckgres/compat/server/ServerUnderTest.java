package io.duckgres.compat.server;

import io.duckgres.compat.wire.Endpoint;

/**
 * The server that answers are compared with PostgreSQL's: the launched one, unless {@code
 * -Dduckgres.against=postgres} asks for PostgreSQL itself, which shows whether new cases and
 * scripts are well made before the server has to meet them.
 */
public final class ServerUnderTest {

  private static final String POSTGRES = "postgres";

  private ServerUnderTest() {}

  /** Whether PostgreSQL is compared with itself. */
  public static boolean isPostgres() {
    return POSTGRES.equals(System.getProperty("duckgres.against"));
  }

  /** Where it listens; the server is started at the first call. */
  public static Endpoint endpoint() {
    return isPostgres() ? RealPostgres.endpoint() : LaunchedServer.shared().endpoint();
  }

  /** How much it has logged so far, in characters. */
  public static int logMark() {
    return isPostgres() ? 0 : LaunchedServer.shared().log().length();
  }

  /** What it has logged since then, with a heading; empty when it was silent. */
  public static String logSince(int mark) {
    String log = isPostgres() ? "" : LaunchedServer.shared().log();
    return log.length() > mark ? "\nThe server's log meanwhile:\n" + log.substring(mark) : "";
  }
}
