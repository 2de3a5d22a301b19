package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the grammar with statements of PostgreSQL's regression suite, one JSON object a line:
 * {@code sql} and {@code parses}, PostgreSQL's verdict. Runs in the profile {@code grammar-corpus}
 * with the file's path in {@code -Dgrammar.corpus=}.
 */
class RegressionCorpusIT {
  private static final double PARSED_AT_LEAST = 0.995;
  private static final double REFUSED_AT_LEAST = 0.95;
  private static final long SLOWEST_NANOSECONDS = 5_000_000;

  private record Case(String sql, boolean parses) {}

  private static final List<Case> CASES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(Path.of(System.getProperty("grammar.corpus")))) {
      JsonNode node = mapper.readTree(line);
      CASES.add(new Case(node.get("sql").asText(), node.get("parses").asBoolean()));
    }
    CASES.forEach(RegressionCorpusIT::parses);
  }

  private static boolean parses(Case one) {
    return PostgresSql.parse(one.sql()).statements().stream().allMatch(ParsedStatement::isParsed);
  }

  @Test
  void whatPostgresParsesParses() {
    List<Case> good = CASES.stream().filter(Case::parses).toList();
    List<Case> refused = good.stream().filter(one -> !parses(one)).toList();

    assertThat(refused).hasSizeLessThanOrEqualTo((int) (good.size() * (1 - PARSED_AT_LEAST)));
  }

  @Test
  void whatPostgresRefusesIsRefused() {
    List<Case> bad = CASES.stream().filter(one -> !one.parses()).toList();
    List<Case> parsed = bad.stream().filter(RegressionCorpusIT::parses).toList();

    assertThat(parsed).hasSizeLessThanOrEqualTo((int) (bad.size() * (1 - REFUSED_AT_LEAST)));
  }

  /** The best of five tries counts, so that neither a compilation nor a collection is measured. */
  @Test
  void noStatementTakesLong() {
    List<Case> slow = CASES.stream().filter(one -> bestOfFive(one) > SLOWEST_NANOSECONDS).toList();

    assertThat(slow).isEmpty();
  }

  private static long bestOfFive(Case one) {
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && best > SLOWEST_NANOSECONDS; attempt++) {
      long start = System.nanoTime();
      parses(one);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void noDecisionFallsBackToFullContext() {
    List<String> fallBacks = new ArrayList<>();
    for (Case one : CASES) {
      for (StatementSplitter.Piece piece :
          StatementSplitter.split(one.sql(), PostgresLexer.scan(one.sql()).tokens())) {
        PostgresParser parser = Resources.profiled(one.sql(), piece);
        try {
          parser.singleStatement();
        } catch (ParseCancellationException e) {
          continue;
        }
        for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
          if (decision.LL_Fallback > 0 || !decision.ambiguities.isEmpty()) {
            fallBacks.add(decision + " in " + one.sql());
          }
        }
      }
    }

    assertThat(fallBacks).isEmpty();
  }
}
