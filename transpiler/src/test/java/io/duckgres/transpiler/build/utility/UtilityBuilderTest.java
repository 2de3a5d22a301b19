package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.pgtype.PgException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.approvaltests.Approvals;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtilityBuilderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transaction",
        "setting",
        "session",
        "cursor",
        "maintenance",
        "create-table",
        "create-other",
        "alter-table",
        "drop",
        "absent",
        "copy",
        "unsupported"
      })
  void buildsTheRecordsOf(String script) throws IOException {
    String text = read("/io/duckgres/transpiler/ddl/" + script + ".sql");
    StringBuilder report = new StringBuilder();
    for (ParsedStatement statement : PostgresSql.parse(text).statements()) {
      boolean utility = statement.isParsed() && statement.tree().dataStatement() == null;
      if (utility) {
        report.append(statement.text()).append("\n  ").append(describe(statement, text));
        report.append("\n\n");
      }
    }
    Approvals.verify(
        report, Approvals.NAMES.withParameters(script).withReporter(new QuietReporter()));
  }

  private static String describe(ParsedStatement statement, String text) {
    try {
      return RecordText.of(UtilityBuilder.build(statement.tree(), text));
    } catch (PgException e) {
      return e.state().code() + " " + e.getMessage();
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = UtilityBuilderTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
