package io.duckgres.compat.cases;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duckgres.compat.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders {@code docs/postgres-compatibility.md} from the cases' results, the known differences and
 * the wire scripts. It says nothing that a test did not see.
 */
final class CompatibilityDocument {

  private static final String DATA = "../compat-tests/src/test/resources/";
  private static final String HEAD =
      """
      # PostgreSQL compatibility

      Rendered by the build from its own results; do not edit. `mvn verify -Dduckgres.results=write` renders it anew, and the build fails when it is stale.

      Each case is a statement or a short session that is run on a real PostgreSQL 17 and on the server, over the simple protocol and over the extended one with text and with binary values.
      Two answers are the same when column names, type OIDs, type modifiers, origins, values, order (where a statement asks for one), command tags, SQLSTATEs, error positions, notices, parameter types, reported settings and the transaction state are.

      | state | meaning |
      |---|---|
      | ✅ | every case is answered as PostgreSQL answers it |
      | 🟡 | some cases are; the others are listed below with the reason |
      | ❌ | no case is |
      """;

  private final StringBuilder text = new StringBuilder(HEAD);
  private final List<CaseFile> files;
  private final KnownDifferences known;

  private CompatibilityDocument(List<CaseFile> files, KnownDifferences known) {
    this.files = files;
    this.known = known;
  }

  static String render(List<CaseFile> files, KnownDifferences known) {
    CompatibilityDocument document = new CompatibilityDocument(files, known);
    document.summary();
    document.features();
    document.differences();
    document.scripts();
    return document.text.toString();
  }

  private void summary() {
    List<Case> cases = files.stream().flatMap(file -> file.cases().stream()).toList();
    line("");
    line(
        "In all %d cases: %d as PostgreSQL answers them, %d with a known difference. Plain DuckDB, asked the same in its own process, gives PostgreSQL's names, types and values, or refuses what PostgreSQL refuses, in %d of them.",
        cases.size(), same(cases), cases.size() - same(cases), duckDb(cases));
  }

  private void features() {
    chapters()
        .forEach(
            (chapter, title) -> {
              heading(title);
              line("| feature | state | as PostgreSQL | plain DuckDB | cases that prove it |");
              line("|---|---|---|---|---|");
              files.stream().filter(file -> file.chapter().equals(chapter)).forEach(this::feature);
            });
  }

  /**
   * Titles by folder, in the order of {@code chapters.yaml}; a folder not named there comes last.
   */
  private Map<String, String> chapters() {
    Map<String, String> chapters = new LinkedHashMap<>();
    try {
      new YAMLMapper()
          .readTree(Resources.path("chapters.yaml").toFile())
          .properties()
          .forEach(entry -> chapters.put(entry.getKey(), entry.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.forEach(file -> chapters.putIfAbsent(file.chapter(), file.chapter()));
    chapters.keySet().retainAll(files.stream().map(CaseFile::chapter).toList());
    return chapters;
  }

  private void feature(CaseFile file) {
    List<Case> cases = file.cases();
    long same = same(cases);
    String state = same == cases.size() ? "✅" : same == 0 ? "❌" : "🟡";
    line(
        "| %s | %s | %d of %d | %d | [%s/%s](%scases/%s/%s.yaml) |",
        file.feature(),
        state,
        same,
        cases.size(),
        duckDb(cases),
        file.chapter(),
        file.topic(),
        DATA,
        file.chapter(),
        file.topic());
  }

  private void differences() {
    heading("Known differences");
    if (known.rows().isEmpty()) {
      line("None.");
      return;
    }
    Map<String, List<KnownDifferences.Row>> reasons = new LinkedHashMap<>();
    known
        .rows()
        .forEach(row -> reasons.computeIfAbsent(row.reason(), key -> new ArrayList<>()).add(row));
    line("| reason | cases, and what differs |");
    line("|---|---|");
    reasons.forEach((reason, rows) -> line("| %s | %s |", cell(reason), cases(rows)));
  }

  private static String cases(List<KnownDifferences.Row> rows) {
    return rows.stream()
        .map(row -> "`%s` (%s)".formatted(row.caseId(), join(row)))
        .collect(Collectors.joining("<br>"));
  }

  private static String join(KnownDifferences.Row row) {
    return row.aspects().stream().map(Aspect::toString).collect(Collectors.joining(", "));
  }

  private void scripts() {
    heading("Wire protocol");
    line(
        "Conversations that are played, message by message, against a real PostgreSQL and against the server:");
    line("");
    line("| script | what it shows |");
    line("|---|---|");
    for (Path file : Resources.files("wire", ".wire")) {
      String name = Resources.path("wire").relativize(file).toString();
      line("| [%s](%swire/%s) | %s |", name.replace(".wire", ""), DATA, name, cell(title(file)));
    }
  }

  /** A script's first comment. */
  private static String title(Path file) {
    return Resources.read(file)
        .lines()
        .findFirst()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .orElse("");
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replace("\n", " ");
  }

  private static long same(List<Case> cases) {
    return cases.stream().filter(found -> Results.of(found).differences().isEmpty()).count();
  }

  private static long duckDb(List<Case> cases) {
    return cases.stream()
        .filter(found -> Results.of(found).duckDb() == DuckDbAlone.Verdict.SAME)
        .count();
  }

  private void heading(String title) {
    line("");
    line("## %s", title);
    line("");
  }

  private void line(String format, Object... arguments) {
    text.append(arguments.length == 0 ? format : format.formatted(arguments)).append('\n');
  }
}
