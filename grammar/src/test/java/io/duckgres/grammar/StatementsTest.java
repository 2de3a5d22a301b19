package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of every statement, each of which PostgreSQL 17.10 parsed when the files were written.
 */
class StatementsTest {
  private static final int FARTHEST_LOOK_AHEAD = 8;

  static Stream<Arguments> statements() {
    return Resources.CHAPTERS.stream()
        .flatMap(
            chapter ->
                PostgresSql.parse(Resources.chapter(chapter)).statements().stream()
                    .map(statement -> Arguments.of(chapter, statement)));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aStatementOfPostgresParses(String chapter, ParsedStatement statement) {
    assertThat(statement.error()).as(statement.text()).isNull();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aStatementThatBreaksOffParsesOrIsRefusedAtItsEnd(String chapter, ParsedStatement statement) {
    List<PostgresToken> tokens = PostgresLexer.scan(statement.text()).tokens();
    for (int at = 0; at < tokens.size(); at += 4) {
      String prefix = statement.text().substring(0, tokens.get(at).end());
      SyntaxError error = PostgresSql.parse(prefix).statements().get(0).error();

      if (error != null && error.message().startsWith("syntax error")) {
        // At the last word, not behind it, where that would have needed another behind it.
        int last = CodePoints.position(prefix, tokens.get(at).getStartIndex());
        assertThat(error.position()).as(prefix).isGreaterThanOrEqualTo(last);
      }
    }
  }

  @Test
  void everyKindOfStatementIsThere() {
    Set<String> kinds =
        statements()
            .map(arguments -> (ParsedStatement) arguments.get()[1])
            .map(statement -> (RuleContext) statement.tree().getChild(0))
            .map(kind -> PostgresParser.ruleNames[kind.getRuleIndex()])
            .collect(Collectors.toSet());
    // PostgreSQL knows the syntax of CREATE ASSERTION, only to refuse it.
    kinds.add("createAssertionStmt");

    assertThat(kinds).isEqualTo(alternatives(PostgresParser.RULE_statement));
  }

  private static Set<String> alternatives(int rule) {
    ATNState start = PostgresParser._ATN.ruleToStartState[rule].transition(0).target;
    return Stream.of(start.getTransitions())
        .map(way -> way.target.transition(0))
        .map(call -> PostgresParser.ruleNames[((RuleTransition) call).ruleIndex])
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void noDecisionNeedsMoreThanTheFastPredictionOrLooksFarAhead(String chapter) {
    String text = Resources.chapter(chapter);
    List<String> offences = new ArrayList<>();
    for (StatementSplitter.Piece piece :
        StatementSplitter.split(text, PostgresLexer.scan(text).tokens())) {
      PostgresParser parser = Resources.profiled(text, piece);
      parser.singleStatement();
      for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
        if (decision.LL_Fallback > 0
            || !decision.ambiguities.isEmpty()
            || decision.SLL_MaxLook > FARTHEST_LOOK_AHEAD) {
          int rule = parser.getATN().getDecisionState(decision.decision).ruleIndex;
          offences.add(PostgresParser.ruleNames[rule] + " " + decision);
        }
      }
    }

    assertThat(offences).isEmpty();
  }

  static List<String> chapters() {
    return Resources.CHAPTERS;
  }
}
