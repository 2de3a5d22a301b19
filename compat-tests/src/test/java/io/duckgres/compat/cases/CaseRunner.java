package io.duckgres.compat.cases;

import io.duckgres.compat.wire.Endpoint;
import io.duckgres.compat.wire.Login;
import io.duckgres.compat.wire.SimpleQuery;
import io.duckgres.compat.wire.WireConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a case on one server: a connection of its own, a fresh schema, the setup, the statements.
 */
final class CaseRunner {

  private static final String SCHEMA = "compat";
  private static final Map<String, String> STARTUP =
      Map.of("TimeZone", "UTC", "DateStyle", "ISO, MDY", "client_encoding", "UTF8");

  private static final String READS = "SELECT ";

  /** Servers whose schema is as fresh as a new one, because the last case there only read. */
  private static final Set<Endpoint> UNTOUCHED = new HashSet<>();

  private CaseRunner() {}

  /**
   * @return an answer for each statement
   * @throws SetupException when the server refuses the schema or a setup statement
   */
  static List<Answer> run(Endpoint endpoint, Case subject, Mode mode) {
    try (WireConnection connection = Login.open(endpoint, STARTUP)) {
      if (!UNTOUCHED.remove(endpoint)) {
        setup(connection, "drop schema if exists " + SCHEMA + " cascade");
        setup(connection, "create schema " + SCHEMA);
      }
      setup(connection, "set search_path = " + SCHEMA);
      subject.setup().forEach(statement -> setup(connection, statement));
      StatementRunner runner = new StatementRunner(connection, mode);
      List<Answer> answers = new ArrayList<>();
      subject.statements().forEach(statement -> answers.add(runner.run(statement)));
      if (subject.setup().isEmpty() && answers.stream().allMatch(CaseRunner::onlyReads)) {
        UNTOUCHED.add(endpoint);
      }
      return answers;
    }
  }

  /** CREATE TABLE AS has the tag of a query, but no columns. */
  private static boolean onlyReads(Answer answer) {
    return answer.state().equals("I")
        && answer.results().stream()
            .allMatch(result -> result.tag().startsWith(READS) && !result.columns().isEmpty());
  }

  private static void setup(WireConnection connection, String statement) {
    try {
      SimpleQuery.run(connection, statement);
    } catch (IllegalStateException e) {
      throw new SetupException(e.getMessage(), e);
    }
  }

  /** What a case needs could not be set up. */
  static final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
