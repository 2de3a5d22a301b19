package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that PostgreSQL refuses, with its answers as recorded on PostgreSQL 17.10. */
class SyntaxErrorsTest {
  static Stream<Arguments> recorded() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Arguments> cases = new ArrayList<>();
    for (String line : Resources.text("syntax-errors.jsonl").lines().toList()) {
      JsonNode answer = mapper.readTree(line);
      cases.add(
          Arguments.of(
              answer.get("sql").asText(),
              new SyntaxError(
                  answer.get("sqlState").asText(),
                  answer.get("message").asText(),
                  answer.get("position").asInt(),
                  answer.path("detail").asText(null),
                  answer.path("hint").asText(null))));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void anErrorIsWhatPostgresAnswers(String sql, SyntaxError expected) {
    SyntaxError first =
        PostgresSql.parse(sql).statements().stream()
            .map(ParsedStatement::error)
            .filter(error -> error != null)
            .findFirst()
            .orElse(null);

    assertThat(first).usingRecursiveComparison().ignoringFields("conclusive").isEqualTo(expected);
  }
}
