package io.duckgres.compat.cases;

import io.duckgres.compat.server.RealPostgres;
import io.duckgres.compat.server.ServerUnderTest;
import io.duckgres.compat.wire.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every case's result, each found out once, whoever asks first. */
final class Results {

  private static final Map<String, CaseResult> KNOWN = new LinkedHashMap<>();

  private Results() {}

  static synchronized CaseResult of(Case subject) {
    CaseResult result = KNOWN.get(subject.id());
    if (result == null) {
      result = find(subject);
      KNOWN.put(subject.id(), result);
    }
    return result;
  }

  private static CaseResult find(Case subject) {
    List<Difference> differences = new ArrayList<>();
    DuckDbAlone.Verdict duckDb = null;
    for (Mode mode : subject.modes()) {
      List<Answer> postgres = CaseRunner.run(RealPostgres.endpoint(), subject, mode);
      checkAuthoring(subject, mode, postgres);
      if (duckDb == null) {
        duckDb = DuckDbAlone.judge(subject, postgres);
      }
      differences.addAll(compare(subject, mode, postgres, ServerUnderTest.endpoint()));
    }
    return new CaseResult(subject, List.copyOf(differences), duckDb);
  }

  private static List<Difference> compare(
      Case subject, Mode mode, List<Answer> postgres, Endpoint server) {
    List<Difference> differences = new ArrayList<>();
    try {
      List<Answer> answers = CaseRunner.run(server, subject, mode);
      for (int i = 0; i < answers.size(); i++) {
        Statement statement = subject.statements().get(i);
        differences.addAll(Comparison.of(mode, statement, postgres.get(i), answers.get(i)));
      }
    } catch (CaseRunner.SetupException e) {
      differences.add(new Difference(mode, "the setup", Aspect.SETUP, "succeeds", e.getMessage()));
    }
    return differences;
  }

  /** A case that fails on PostgreSQL without saying so has a mistake of its own. */
  private static void checkAuthoring(Case subject, Mode mode, List<Answer> postgres) {
    for (int i = 0; i < postgres.size(); i++) {
      Statement statement = subject.statements().get(i);
      String expected = statement.error().orElse("none");
      String actual = postgres.get(i).error().map(Answer.Report::state).orElse("none");
      if (!expected.equals(actual)) {
        throw new AssertionError(
            "%s expects SQLSTATE %s, but PostgreSQL in mode %s answers %s to: %s%n%s"
                .formatted(
                    subject.id(),
                    expected,
                    mode,
                    actual,
                    statement.sql(),
                    postgres.get(i).error().map(Object::toString).orElse("")));
      }
    }
  }
}
