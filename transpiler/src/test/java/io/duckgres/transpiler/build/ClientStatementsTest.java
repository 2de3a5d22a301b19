package io.duckgres.transpiler.build;

import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.transpiler.tree.TreePrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What psql, drivers and mappers send is built whole. */
class ClientStatementsTest {

  @Test
  void everyQueryAndChangeOfRowsHasATree() throws IOException {
    List<ParsedStatement> statements = PostgresSql.parse(script()).statements();
    Assertions.assertThat(statements).hasSizeGreaterThan(600);
    for (ParsedStatement statement : statements) {
      SqlNode tree = TreeBuilderTest.build(statement);
      Assertions.assertThat(TreePrinter.print(tree)).isNotBlank();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = ClientStatementsTest.class.getResourceAsStream("clients.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
