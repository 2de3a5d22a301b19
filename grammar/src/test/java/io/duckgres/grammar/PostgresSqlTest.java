package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSqlTest {
  @Test
  void statementsAreCutAtSemicolonsAndKnowWhereTheyStand() {
    ParsedScript script = PostgresSql.parse(" select 1 ; ; -- nothing\n select ';' from t;");

    assertThat(script.statements())
        .extracting(ParsedStatement::text)
        .containsExactly("select 1", "select ';' from t");
    assertThat(script.statements()).allMatch(ParsedStatement::isParsed);
    ParsedStatement second = script.statements().get(1);
    assertThat(script.text().substring(second.start(), second.stop())).isEqualTo(second.text());
  }

  @Test
  void aStatementThatDoesNotParseLeavesItsNeighboursAlone() {
    ParsedScript script = PostgresSql.parse("select 1; select 2 from; select 3");

    assertThat(script.statements())
        .extracting(ParsedStatement::isParsed)
        .containsExactly(true, false, true);
    assertThat(script.statements().get(1).error())
        .isEqualTo(new SyntaxError("42601", "syntax error at or near \";\"", 24, null, null));
  }

  @Test
  void positionsCountCodePoints() {
    SyntaxError error =
        PostgresSql.parse("select '\uD83E\uDD86' from from").statements().get(0).error();

    assertThat(error.position()).isEqualTo(17);
  }

  @Test
  void aNameOfMoreThan63BytesIsCutWithANotice() {
    ParsedStatement statement =
        PostgresSql.parse("select 1; select " + "a".repeat(70)).statements().get(1);

    assertThat(statement.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.sqlState()).isEqualTo("42622");
              assertThat(notice.message())
                  .endsWith("will be truncated to \"" + "a".repeat(63) + "\"");
            });
    assertThat(
            PostgresSql.parse("select 1; select " + "a".repeat(70)).statements().get(0).notices())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numeric(10,2)[]",
        "timestamp with time zone",
        "pg_catalog.int4",
        "setof text",
        "interval day to second(3)",
        "double precision",
        "bit varying(3)",
        "\"char\"",
        "int array[3]"
      })
  void aTypeNameStandsAlone(String name) {
    assertThat(PostgresSql.parseTypeName(name).error()).isNull();
  }

  @Test
  void anExpressionStandsAlone() {
    assertThat(PostgresSql.parseExpression("a + b * c").tree())
        .isInstanceOf(PostgresParser.ArithmeticExprContext.class);
    assertThat(PostgresSql.parseExpression("a b").error().message())
        .isEqualTo("syntax error at or near \"b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      ((|1|))
      f(|1|)
      (select |1|)
      not | 1 | ''
      case when |a| then 1 end
      array[|1|]
      """)
  void tenThousandLevelsGivePostgresStackError(String opening, String inner, String closing) {
    String sql =
        "select " + (opening + " ").repeat(10_000) + inner + (" " + closing).repeat(10_000);

    assertThat(PostgresSql.parse(sql).statements().get(0).error().sqlState()).isEqualTo("54001");
  }

  @Test
  void aMegabyteOfStackHoldsTheDeepestStatementThatParses() throws InterruptedException {
    String sql =
        "select 1 where " + "a = 1 and ".repeat(3_000) + "f(".repeat(150) + "1" + ")".repeat(150);
    ParsedScript[] parsed = new ParsedScript[1];
    Thread small = new Thread(null, () -> parsed[0] = PostgresSql.parse(sql), "small", 1_000_000);
    small.start();
    small.join();

    assertThat(parsed[0].statements().get(0).isParsed()).isTrue();
  }

  @Test
  void statementsInAFunctionBodyOrInBracketsDoNotEndTheStatementAroundThem() {
    String function =
        "create function f() returns int begin atomic select case when a then 1 end; select 2; end";
    String rule = "create rule r as on insert to t do also (select 1; select 2)";

    assertThat(PostgresSql.parse(function + ";" + rule + ";begin;select 1;end").statements())
        .extracting(ParsedStatement::text)
        .containsExactly(function, rule, "begin", "select 1", "end");
  }

  @Test
  void warmingUpParsesEverythingItHas() {
    assertThat(WarmUp.statements())
        .allMatch(s -> PostgresSql.parse(s).statements().get(0).isParsed());
    PostgresSql.warmUp();
  }
}
