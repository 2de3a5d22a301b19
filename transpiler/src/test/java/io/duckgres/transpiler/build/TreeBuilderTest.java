package io.duckgres.transpiler.build;

import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.TreePrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.approvaltests.Approvals;
import org.approvaltests.reporters.QuietReporter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of every construct of queries and changes of rows; a script for each chapter. */
class TreeBuilderTest {
  private static final int SMALL_STACK = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "literals",
        "types",
        "names",
        "operators",
        "predicates",
        "functions",
        "string-functions",
        "subqueries",
        "select",
        "from",
        "windows",
        "with",
        "changes",
        "refusals"
      })
  void buildsTheTreesOf(String chapter) {
    StringBuilder printed = new StringBuilder();
    for (ParsedStatement statement : PostgresSql.parse(script(chapter)).statements()) {
      printed.append(statement.text()).append('\n').append(tree(statement)).append('\n');
    }
    Approvals.verify(
        printed.toString(),
        Approvals.NAMES.withParameters(chapter).withReporter(new QuietReporter()));
  }

  @Test
  void buildsLongChainsAndDeepNestsOnASmallStack() throws InterruptedException {
    List<String> statements =
        List.of(
            "SELECT " + "a AND ".repeat(3000) + "a",
            "SELECT " + "a OR ".repeat(3000) + "a",
            "SELECT " + "a + ".repeat(3000) + "a",
            "SELECT a BETWEEN " + "b || ".repeat(3000) + "c AND d",
            "SELECT a" + "::int".repeat(3000),
            "SELECT 1 " + "UNION ALL SELECT 1 ".repeat(3000),
            "SELECT * FROM a " + "CROSS JOIN a ".repeat(3000),
            "SELECT " + "NOT ".repeat(900) + "a",
            "SELECT " + "- ".repeat(900) + "a",
            "SELECT " + "(".repeat(450) + "1" + ")".repeat(450),
            "SELECT " + "f(".repeat(160) + "1" + ")".repeat(160),
            "SELECT " + "(SELECT ".repeat(90) + "1" + ")".repeat(90));
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> statements.forEach(sql -> build(PostgresSql.parse(sql).statements().get(0))),
            "small stack",
            SMALL_STACK);
    thread.setUncaughtExceptionHandler((of, failure) -> thrown[0] = failure);
    thread.start();
    thread.join();
    Assertions.assertThat(thrown[0]).isNull();
  }

  @Test
  void leavesOtherStatementsAlone() {
    ParsedStatement statement = PostgresSql.parse("BEGIN").statements().get(0);
    Assertions.assertThat(TreeBuilder.build(statement.tree())).isEmpty();
  }

  static SqlNode build(ParsedStatement statement) {
    Assertions.assertThat(statement.error()).as(statement.text()).isNull();
    return TreeBuilder.build(statement.tree()).orElseThrow();
  }

  private static String tree(ParsedStatement statement) {
    if (statement.error() != null) {
      // The parser has refused it already.
      int position = statement.error().position();
      return statement.error().sqlState()
          + " at "
          + (position == 0 ? 0 : position - statement.start())
          + ": "
          + statement.error().message()
          + "\n";
    }
    try {
      return TreePrinter.print(build(statement));
    } catch (PgException e) {
      int column = e.position() == 0 ? 0 : e.position() - statement.start();
      return e.state().code() + " at " + column + ": " + e.getMessage() + "\n";
    }
  }

  private static String script(String chapter) {
    try (InputStream in = TreeBuilderTest.class.getResourceAsStream("trees/" + chapter + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
