package io.duckgres.compat.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Compares two answers to one statement, aspect by aspect. */
final class Comparison {

  private final Mode mode;
  private final Statement statement;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(Mode mode, Statement statement) {
    this.mode = mode;
    this.statement = statement;
  }

  static List<Difference> of(Mode mode, Statement statement, Answer postgres, Answer server) {
    Comparison comparison = new Comparison(mode, statement);
    comparison.check(Aspect.STATE, postgres.state(), server.state());
    if (!comparison.errors(postgres, server)) {
      return comparison.differences;
    }
    comparison.check(Aspect.PARAMETERS, postgres.parameters(), server.parameters());
    comparison.check(Aspect.SETTINGS, postgres.settings(), server.settings());
    comparison.check(
        Aspect.NOTICES,
        postgres.notices().stream().map(Answer.Report::code).toList(),
        server.notices().stream().map(Answer.Report::code).toList());
    comparison.results(postgres, server);
    return comparison.differences;
  }

  /** Whether both fail with the same error, or both succeed: nothing else compares otherwise. */
  private boolean errors(Answer postgres, Answer server) {
    String expected = code(postgres);
    String actual = code(server);
    if (!expected.equals(actual)) {
      differences.add(
          new Difference(mode, statement.sql(), Aspect.SQLSTATE, full(postgres), full(server)));
      return false;
    }
    check(Aspect.POSITION, position(postgres), position(server));
    if (statement.message()) {
      check(Aspect.MESSAGE, words(postgres), words(server));
    }
    return true;
  }

  private static String code(Answer answer) {
    return answer.error().map(Answer.Report::code).orElse("none");
  }

  /** An error that was not expected is hard to understand without its words. */
  private static String full(Answer answer) {
    return answer.error().map(report -> report.code() + " " + report.words()).orElse("no error");
  }

  private static String position(Answer answer) {
    return answer.error().map(Answer.Report::position).orElse(null);
  }

  private static List<?> words(Answer answer) {
    List<Object> words = new ArrayList<>();
    answer.error().map(Answer.Report::words).ifPresent(words::add);
    answer.notices().stream().map(Answer.Report::words).forEach(words::add);
    return words;
  }

  private void results(Answer postgres, Answer server) {
    check(Aspect.NAMES, each(postgres, Answer.Field::name), each(server, Answer.Field::name));
    check(Aspect.TYPES, each(postgres, Answer.Field::type), each(server, Answer.Field::type));
    check(Aspect.TYPMODS, each(postgres, Answer.Field::typmod), each(server, Answer.Field::typmod));
    check(Aspect.ORIGIN, each(postgres, Answer.Field::origin), each(server, Answer.Field::origin));
    check(Aspect.TAG, tags(postgres), tags(server));
    rows(postgres, server);
  }

  private void rows(Answer postgres, Answer server) {
    List<List<List<String>>> expected = rows(postgres);
    List<List<List<String>>> actual = rows(server);
    List<List<List<String>>> expectedSorted = sorted(expected);
    List<List<List<String>>> actualSorted = sorted(actual);
    check(Aspect.VALUES, expectedSorted, actualSorted);
    if (statement.ordered() && expectedSorted.equals(actualSorted)) {
      check(Aspect.ORDER, expected, actual);
    }
  }

  private static List<List<List<String>>> rows(Answer answer) {
    return answer.results().stream().map(Answer.Result::rows).toList();
  }

  private static List<List<List<String>>> sorted(List<List<List<String>>> results) {
    return results.stream()
        .map(rows -> rows.stream().sorted(Comparator.comparing(List::toString)).toList())
        .toList();
  }

  private static <T> List<List<T>> each(Answer answer, Function<Answer.Field, T> part) {
    return answer.results().stream()
        .map(result -> result.columns().stream().map(part).toList())
        .toList();
  }

  private static List<String> tags(Answer answer) {
    return answer.results().stream().map(result -> result.tag()).toList();
  }

  private void check(Aspect aspect, Object postgres, Object server) {
    if (!Objects.equals(postgres, server)) {
      differences.add(
          new Difference(
              mode,
              statement.sql(),
              aspect,
              Objects.toString(postgres, "none"),
              Objects.toString(server, "none")));
    }
  }
}
