package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresSql;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes stand where PostgreSQL's parser locates them: errors about them point there. */
class NodePositionsTest {

  /** The mark ¶ stands before the place of the first node of the class. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OperatorCall        | SELECT a ¶+ b",
        "OperatorCall        | SELECT a + b * c ¶< d",
        "OperatorCall        | SELECT ¶-a",
        "OperatorCall        | SELECT a ¶OPERATOR(pg_catalog.+) b",
        "OperatorCall        | SELECT a ¶LIKE b",
        "OperatorCall        | SELECT a ¶NOT LIKE b ESCAPE c",
        "FunctionCall        | SELECT a ¶NOT LIKE b ESCAPE c",
        "CastCall            | SELECT a ¶:: int",
        "CastCall            | SELECT ¶CAST(a AS int)",
        "CastCall            | SELECT ¶date '2024-01-01'",
        "PgLiteral           | SELECT date ¶'2024-01-01'",
        "CastCall            | SELECT ¶interval '1' day",
        "CastCall            | SELECT ¶numeric(3) '1'",
        "CastCall            | SELECT ¶pg_catalog.numeric(3) '1'",
        "PgLiteral           | SELECT ¶-1",
        "PgLiteral           | SELECT ¶'a'",
        "SqlIdentifier       | SELECT ¶s.t.a",
        "SqlIdentifier       | SELECT ¶t.*",
        "SqlIdentifier       | SELECT ¶*",
        "ParameterRef        | SELECT ¶$1",
        "FunctionCall        | SELECT ¶s.f(1)",
        "FunctionCall        | SELECT ¶EXTRACT(year FROM a)",
        "FunctionCall        | SELECT a ¶AT TIME ZONE b",
        "FunctionCall        | SELECT (a, b) ¶OVERLAPS (c, d)",
        "NamedArgument       | SELECT f(¶a => 1)",
        "WindowSpec          | SELECT f() OVER ¶(ORDER BY a)",
        "WindowSpec          | SELECT f() OVER ¶w",
        "SpecialCall         | SELECT ¶coalesce(a, b)",
        "ValueFunction       | SELECT ¶CURRENT_DATE",
        "CaseCall            | SELECT ¶CASE WHEN a THEN b END",
        "TestCall            | SELECT a ¶IS NOT NULL",
        "TestCall            | SELECT a ¶ISNULL",
        "DistinctFromCall    | SELECT a ¶IS DISTINCT FROM b",
        "BetweenCall         | SELECT a ¶NOT BETWEEN b AND c",
        "InListCall          | SELECT a ¶IN (b)",
        "QuantifiedCall      | SELECT a ¶NOT IN (SELECT 1)",
        "QuantifiedCall      | SELECT a ¶= ANY (b)",
        "LogicalCall         | SELECT a ¶AND b AND c",
        "LogicalCall         | SELECT ¶NOT a",
        "RowCall             | SELECT ¶(a, b)",
        "RowCall             | SELECT ¶ROW(a)",
        "ArrayCall           | SELECT ¶ARRAY[a]",
        "ArrayQueryCall      | SELECT ¶ARRAY(SELECT a)",
        "ScalarQueryCall     | SELECT ¶(SELECT a)",
        "ScalarQueryCall     | SELECT ¶((SELECT a))",
        "ExistsCall          | SELECT ¶EXISTS (SELECT a)",
        "SubscriptCall       | SELECT ¶a[1]",
        "FieldCall           | SELECT ¶(a).b",
        "CollateCall         | SELECT a ¶COLLATE b",
        "DefaultValue        | VALUES (¶DEFAULT)",
        "SelectItem          | SELECT ¶a AS b",
        "SelectItem          | SELECT ¶a + b",
        "TableItem           | SELECT 1 FROM ¶s.t AS x",
        "TableItem           | SELECT 1 FROM ONLY ¶t",
        "FunctionItem        | SELECT 1 FROM ¶f(1)",
        "QueryItem           | SELECT 1 FROM ¶(SELECT 1) AS x",
        "JoinItem            | SELECT 1 FROM ¶a JOIN b ON c",
        "GroupingSet         | SELECT 1 GROUP BY ¶ROLLUP (a)",
        "CommonTable         | WITH ¶a AS (SELECT 1) SELECT 1",
        "QueryNode           | ¶WITH a AS (SELECT 1) SELECT 1",
        "RowCall             | VALUES ¶(1), (2)",
        "TargetColumn        | INSERT INTO t (¶a[1]) VALUES (1)",
        "TableItem           | INSERT INTO ¶t VALUES (1)",
        "ConflictClause      | INSERT INTO t VALUES (1) ¶ON CONFLICT DO NOTHING",
        "TargetColumn        | UPDATE t SET ¶a = 1",
        "TableItem           | DELETE FROM ONLY ¶t",
        "SelectInto          | SELECT 1 INTO TEMP ¶t"
      })
  void standAtTheMark(String nodeClass, String marked) {
    String sql = marked.replace("¶", "");
    SqlNode tree = TreeBuilderTest.build(PostgresSql.parse(sql).statements().get(0));
    Assertions.assertThat(Positions.start(first(tree, nodeClass))).isEqualTo(marked.indexOf('¶'));
  }

  @Test
  void countFromTheStartOfTheScript() {
    String script = "SELECT '𝄞'; SELECT a + b";
    SqlNode tree = TreeBuilderTest.build(PostgresSql.parse(script).statements().get(1));
    SqlNode operator = first(tree, "OperatorCall");
    Assertions.assertThat(Positions.start(operator)).isEqualTo(script.indexOf('+'));
  }

  private static SqlNode first(SqlNode tree, String nodeClass) {
    Deque<SqlNode> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      SqlNode node = open.pop();
      if (node.getClass().getSimpleName().equals(nodeClass)) {
        return node;
      }
      if (node instanceof SqlCall call) {
        List<SqlNode> children = new ArrayList<>(call.getOperandList());
        Collections.reverse(children);
        children.forEach(open::push);
      }
    }
    throw new AssertionError("no " + nodeClass);
  }
}
