package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * Functions that wait, and that signal to other sessions of the database.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/functions-admin.html#FUNCTIONS-ADMIN-SIGNAL">Server
 *     Signaling Functions</a>
 */
final class BackendFunctions {
  private static final BigDecimal NANOSECONDS = new BigDecimal(1_000_000_000);
  private static final long LONGEST_DAYS = 36_500;

  private final SessionContext context;
  private final Notifications notifications;

  BackendFunctions(SessionContext context, Notifications notifications) {
    this.context = context;
    this.notifications = notifications;
  }

  void addTo(SessionFunctions functions) {
    functions.add("pg_sleep", arguments -> sleep(seconds(arguments.get(0))));
    functions.add("pg_cancel_backend", arguments -> cancel(arguments.get(0)));
    functions.add("pg_terminate_backend", arguments -> terminate(arguments.get(0)));
    functions.add(
        "pg_listening_channels",
        arguments ->
            notifications.channels().stream()
                .map(SessionValues::json)
                .collect(Collectors.joining(",", "[", "]")));
    functions.addNonStrict(
        "pg_notify",
        arguments -> {
          String channel = arguments.get(0) == null ? "" : arguments.get(0);
          notifications.send(channel, arguments.get(1) == null ? "" : arguments.get(1));
          return "";
        });
  }

  private static double seconds(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private String sleep(double seconds) {
    if (!(seconds > 0)) {
      return "";
    }
    double most = LONGEST_DAYS * 86_400.0;
    long nanoseconds =
        BigDecimal.valueOf(Math.min(seconds, most)).multiply(NANOSECONDS).longValue();
    context.activity.waits(Activity.Wait.SLEEP);
    try {
      context.cancellation.sleep(nanoseconds);
    } finally {
      context.activity.waits(null);
    }
    return "";
  }

  private String cancel(String processId) {
    SqlSession target = find(processId);
    if (target == null) {
      return "false";
    }
    if (target.processId() == context.client.key().processId()) {
      throw Cancellation.userRequest();
    }
    target.cancel();
    return "true";
  }

  /**
   * @param arguments the process id and the timeout in milliseconds, which may be missing; empty
   *     when the process id is NULL
   */
  private String terminate(String arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    String[] parts = arguments.split(" ");
    long timeout = parts.length < 2 ? 0 : Long.parseLong(parts[1]);
    if (timeout < 0) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"timeout\" must not be negative");
    }
    SqlSession target = find(parts[0]);
    if (target == null) {
      return "false";
    }
    target.terminate();
    if (target.processId() == context.client.key().processId()) {
      throw SqlSession.terminatedByAdministrator();
    }
    long end = System.nanoTime() + timeout * 1_000_000;
    while (timeout > 0 && context.sessions.find(context.user(), target.processId()) != null) {
      if (System.nanoTime() - end >= 0) {
        context.noticeLater(
            PgNotice.warning(
                SqlState.WARNING,
                "backend with PID "
                    + target.processId()
                    + " did not terminate within "
                    + timeout
                    + (timeout == 1 ? " millisecond" : " milliseconds")));
        return "false";
      }
      context.cancellation.sleep(10_000_000);
    }
    return "true";
  }

  private SqlSession find(String processId) {
    SqlSession session = context.sessions.find(context.user(), Integer.parseInt(processId));
    if (session == null) {
      context.noticeLater(
          PgNotice.warning(
              SqlState.WARNING, "PID " + processId + " is not a PostgreSQL backend process"));
    }
    return session;
  }
}
