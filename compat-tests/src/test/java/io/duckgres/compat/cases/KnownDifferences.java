package io.duckgres.compat.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duckgres.compat.Resources;
import io.duckgres.compat.server.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of {@code known-differences.yaml}: for one reason, the cases that it shows in and what
 * differs there. A row is as strict as a case: it fails when its difference vanishes.
 */
public final class KnownDifferences {

  /**
   * One difference of one case.
   *
   * @param caseId the case
   * @param aspects what differs, exactly
   * @param reason why, in a sentence for users
   */
  record Row(String caseId, Set<Aspect> aspects, String reason) {}

  static final String FILE = "known-differences.yaml";

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private KnownDifferences() {}

  /** The declared rows; none when PostgreSQL is compared with itself. */
  static KnownDifferences load() {
    KnownDifferences known = new KnownDifferences();
    if (ServerUnderTest.isPostgres()) {
      return known;
    }
    try {
      JsonNode root = new YAMLMapper().readTree(Resources.path(FILE).toFile());
      root.forEach(known::add);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": " + e.getMessage(), e);
    }
    return known;
  }

  private void add(JsonNode group) {
    String reason = group.required("reason").asText();
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a known difference needs a reason");
    }
    group
        .required("cases")
        .properties()
        .forEach(
            entry -> {
              Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
              entry.getValue().forEach(name -> aspects.add(Aspect.of(name.asText())));
              Row row = new Row(entry.getKey(), aspects, reason);
              if (rows.put(row.caseId(), row) != null) {
                throw new IllegalArgumentException("two rows for " + row.caseId());
              }
            });
  }

  /** Whether a wire script, named as {@code wire/<script>}, is declared not to hold. */
  public static boolean isDeclared(String script) {
    return Expectations.known().of(script).isPresent();
  }

  Optional<Row> of(String caseId) {
    return Optional.ofNullable(rows.get(caseId));
  }

  List<Row> rows() {
    return new ArrayList<>(rows.values());
  }
}
