package io.duckgres.compat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case is answered as PostgreSQL answers it, save for what is declared as different. */
class DifferentialIT {

  private static final Function<Path, String> WIRE_SCRIPT =
      file -> "wire/" + Resources.path("wire").relativize(file).toString().replace(".wire", "");

  @TestFactory
  Stream<DynamicContainer> answersAsPostgresDoes() {
    return Expectations.FILES.stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.chapter() + "/" + file.topic(),
                    file.cases().stream()
                        .map(found -> DynamicTest.dynamicTest(found.id(), () -> check(found)))));
  }

  /**
   * What known-differences.yaml would have to say of this run, to copy from once a reason is known.
   */
  @AfterAll
  static void writeObservedDifferences() throws IOException {
    List<String> lines =
        Expectations.cases().stream()
            .map(Results::of)
            .filter(result -> !result.aspects().isEmpty())
            .map(result -> "%s: %s".formatted(result.subject().id(), result.aspects()))
            .toList();
    Files.write(Path.of("target", "observed-differences.txt"), lines);
  }

  @Test
  void everyKnownDifferenceIsAboutACaseOrScript() {
    Set<String> ids =
        Stream.concat(
                Expectations.cases().stream().map(Case::id),
                Resources.files("wire", ".wire").stream().map(WIRE_SCRIPT))
            .collect(Collectors.toSet());
    assertThat(Expectations.known().rows()).allMatch(row -> ids.contains(row.caseId()));
  }

  private static void check(Case subject) {
    int mark = ServerUnderTest.logMark();
    CaseResult result = Results.of(subject);
    Set<Aspect> actual = result.aspects();
    Set<Aspect> known =
        Expectations.known().of(subject.id()).map(KnownDifferences.Row::aspects).orElse(Set.of());
    if (actual.equals(known)) {
      return;
    }
    Set<Aspect> vanished = EnumSet.noneOf(Aspect.class);
    vanished.addAll(known);
    vanished.removeAll(actual);
    List<Difference> unknown =
        result.differences().stream()
            .filter(difference -> !known.contains(difference.aspect()))
            .toList();
    fail(
        "%s%s%s%nThe row for known-differences.yaml would be%n  %s: %s%s",
        subject.id(),
        vanished.isEmpty() ? "" : " no longer differs in " + vanished,
        unknown.stream().map(difference -> "\n" + difference).collect(Collectors.joining()),
        subject.id(),
        actual,
        ServerUnderTest.logSince(mark));
  }
}
