package io.duckgres.compat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Answer.Field COLUMN = new Answer.Field("a", "int4", -1, "none");

  @Test
  void findsNothingInEqualAnswers() {
    assertThat(compare(answer(COLUMN, "1", "2"), answer(COLUMN, "1", "2"))).isEmpty();
  }

  @Test
  void tellsNamesTypesTypmodsAndOriginsApart() {
    Answer expected = answer(COLUMN, "1");
    assertThat(compare(expected, answer(new Answer.Field("b", "int4", -1, "none"), "1")))
        .containsExactly(Aspect.NAMES);
    assertThat(compare(expected, answer(new Answer.Field("a", "int8", -1, "none"), "1")))
        .containsExactly(Aspect.TYPES);
    assertThat(compare(expected, answer(new Answer.Field("a", "int4", 14, "none"), "1")))
        .containsExactly(Aspect.TYPMODS);
    assertThat(compare(expected, answer(new Answer.Field("a", "int4", -1, "attribute 1"), "1")))
        .containsExactly(Aspect.ORIGIN);
  }

  @Test
  void comparesRowsAsABagUnlessTheirOrderMatters() {
    Answer expected = answer(COLUMN, "1", "2");
    assertThat(compare(expected, answer(COLUMN, "2", "1"))).isEmpty();
    assertThat(compareOrdered(expected, answer(COLUMN, "2", "1"))).containsExactly(Aspect.ORDER);
    assertThat(compare(expected, answer(COLUMN, "1", "1"))).containsExactly(Aspect.VALUES);
    assertThat(compare(expected, answer(COLUMN, "1"))).containsExactly(Aspect.VALUES);
  }

  @Test
  void tellsNullFromTheWord() {
    assertThat(compare(answer(COLUMN, (String) null), answer(COLUMN, "null")))
        .containsExactly(Aspect.VALUES);
  }

  @Test
  void comparesErrorsByStateAndPositionAndByWordsOnRequest() {
    Answer expected = failure("42703", "8", "column \"x\" does not exist");
    assertThat(compare(expected, failure("42703", "8", "other words"))).isEmpty();
    assertThat(compareWords(expected, failure("42703", "8", "other words")))
        .containsExactly(Aspect.MESSAGE);
    assertThat(compare(expected, failure("42P01", "8", "x"))).containsExactly(Aspect.SQLSTATE);
    assertThat(compare(expected, failure("42703", null, "x"))).containsExactly(Aspect.POSITION);
  }

  private static Answer answer(Answer.Field column, String... values) {
    List<List<String>> rows =
        java.util.Arrays.stream(values).map(java.util.Collections::singletonList).toList();
    return new Answer(
        List.of(new Answer.Result(List.of(column), rows, "SELECT")),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        "I");
  }

  private static Answer failure(String state, String position, String message) {
    return new Answer(
        List.of(),
        Optional.of(new Answer.Report("ERROR", state, position, Map.of("message", message))),
        List.of(),
        List.of(),
        List.of(),
        "I");
  }

  private static List<Aspect> compare(Answer postgres, Answer server) {
    return compare(false, false, postgres, server);
  }

  private static List<Aspect> compareOrdered(Answer postgres, Answer server) {
    return compare(true, false, postgres, server);
  }

  private static List<Aspect> compareWords(Answer postgres, Answer server) {
    return compare(false, true, postgres, server);
  }

  private static List<Aspect> compare(
      boolean ordered, boolean words, Answer postgres, Answer server) {
    Statement statement =
        new Statement("select", List.of(), null, Optional.empty(), ordered, words);
    return Comparison.of(Mode.SIMPLE, statement, postgres, server).stream()
        .map(Difference::aspect)
        .toList();
  }
}
