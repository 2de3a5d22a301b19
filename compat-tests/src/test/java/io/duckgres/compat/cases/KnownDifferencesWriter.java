package io.duckgres.compat.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings {@code known-differences.yaml} up to date with a run: rows whose difference vanished go,
 * the others say what differs now. A difference that nobody has explained gets no row, except for
 * the one kind that explains itself: the server's refusal to do something.
 */
final class KnownDifferencesWriter {

  static final String REFUSED =
      "Not supported: the server refuses it (0A000) rather than answer wrongly.";
  private static final String REFUSAL = "ERROR 0A000";

  private KnownDifferencesWriter() {}

  static void write(Path file, KnownDifferences known, List<CaseResult> results) {
    Map<String, List<CaseResult>> reasons = new LinkedHashMap<>();
    known.rows().forEach(row -> reasons.putIfAbsent(row.reason(), new ArrayList<>()));
    results.stream()
        .filter(result -> !result.differences().isEmpty())
        .forEach(
            result ->
                reason(known, result)
                    .ifPresent(
                        reason ->
                            reasons.computeIfAbsent(reason, key -> new ArrayList<>()).add(result)));
    List<String> lines = new ArrayList<>(comments(file));
    reasons.forEach((reason, found) -> lines.addAll(lines(reason, found, scripts(known, reason))));
    if (lines.stream().allMatch(line -> line.startsWith("#"))) {
      lines.add("[]");
    }
    save(file, lines);
  }

  private static Optional<String> reason(KnownDifferences known, CaseResult result) {
    return known
        .of(result.subject().id())
        .map(KnownDifferences.Row::reason)
        .filter(reason -> !reason.equals(REFUSED))
        .or(() -> isRefusal(result) ? Optional.of(REFUSED) : Optional.empty());
  }

  private static boolean isRefusal(CaseResult result) {
    return result.differences().stream()
        .anyMatch(
            difference ->
                difference.server().startsWith(REFUSAL)
                    || (difference.aspect() == Aspect.SETUP
                        && difference.server().contains("code=0A000")));
  }

  /** Scripts are not played here, so what is said of them stays. */
  private static List<KnownDifferences.Row> scripts(KnownDifferences known, String reason) {
    return known.rows().stream()
        .filter(row -> row.reason().equals(reason) && row.aspects().contains(Aspect.SCRIPT))
        .toList();
  }

  private static List<String> lines(
      String reason, List<CaseResult> results, List<KnownDifferences.Row> scripts) {
    if (results.isEmpty() && scripts.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("- reason: \"" + reason.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    lines.add("  cases:");
    results.forEach(result -> lines.add(line(result.subject().id(), result.aspects())));
    scripts.forEach(row -> lines.add(line(row.caseId(), row.aspects())));
    return lines;
  }

  private static String line(String id, Set<Aspect> aspects) {
    return "    %s: [%s]"
        .formatted(id, aspects.stream().map(Aspect::toString).collect(Collectors.joining(", ")));
  }

  private static List<String> comments(Path file) {
    try {
      return Files.readAllLines(file).stream().takeWhile(line -> line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void save(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
