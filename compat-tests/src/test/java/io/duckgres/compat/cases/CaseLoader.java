package io.duckgres.compat.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duckgres.compat.Resources;
import io.duckgres.compat.wire.TypeNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code cases/<chapter>/<topic>.yaml}; unknown keys are errors, not silence. */
final class CaseLoader {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> FILE_KEYS = Set.of("feature", "cases");
  private static final Set<String> STATEMENT_KEYS =
      Set.of("sql", "types", "values", "error", "ordered", "message");
  private static final Set<String> CASE_KEYS =
      Set.of(
          "id", "setup", "run", "modes", "sql", "types", "values", "error", "ordered", "message");

  private CaseLoader() {}

  static List<CaseFile> load() {
    List<CaseFile> files =
        Resources.files("cases", ".yaml").stream().map(CaseLoader::read).toList();
    Set<String> ids = new HashSet<>();
    files.stream()
        .flatMap(file -> file.cases().stream())
        .filter(found -> !ids.add(found.id()))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalArgumentException("two cases are named " + twice.id());
            });
    return files;
  }

  private static CaseFile read(Path path) {
    try {
      JsonNode root = YAML.readTree(path.toFile());
      check(root, FILE_KEYS, path.toString());
      String chapter = path.getParent().getFileName().toString();
      String topic = path.getFileName().toString().replaceFirst("\\.yaml$", "");
      List<Case> cases = new ArrayList<>();
      root.required("cases").forEach(node -> cases.add(readCase(chapter + "/" + topic, node)));
      return new CaseFile(chapter, topic, root.required("feature").asText(), List.copyOf(cases));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  private static Case readCase(String prefix, JsonNode node) {
    String id = prefix + "/" + node.required("id").asText();
    check(node, CASE_KEYS, id);
    List<Statement> statements = new ArrayList<>();
    if (node.has("sql")) {
      statements.add(readStatement(node, node));
    } else {
      node.required("run").forEach(run -> statements.add(readRun(run, node, id)));
    }
    return new Case(id, texts(node.get("setup")), List.copyOf(statements), modes(node, statements));
  }

  private static Statement readRun(JsonNode run, JsonNode defaults, String id) {
    if (run.isTextual()) {
      return statement(run.asText(), run, defaults);
    }
    check(run, STATEMENT_KEYS, id);
    return readStatement(run, defaults);
  }

  private static Statement readStatement(JsonNode node, JsonNode defaults) {
    return statement(node.required("sql").asText(), node, defaults);
  }

  private static Statement statement(String sql, JsonNode node, JsonNode defaults) {
    JsonNode error = node.get("error");
    return new Statement(
        sql,
        texts(node.get("types")).stream().map(TypeNames::oid).toList(),
        node.has("values") ? values(node.get("values")) : null,
        error == null ? Optional.empty() : Optional.of(error.asText()),
        flag("ordered", node, defaults),
        flag("message", node, defaults));
  }

  private static boolean flag(String name, JsonNode node, JsonNode defaults) {
    return (node.has(name) ? node : defaults).path(name).asBoolean(false);
  }

  private static List<Mode> modes(JsonNode node, List<Statement> statements) {
    if (node.has("modes")) {
      return texts(node.get("modes")).stream().map(Mode::of).toList();
    }
    return statements.stream().anyMatch(Statement::hasParameters)
        ? List.of(Mode.TEXT, Mode.BINARY)
        : List.of(Mode.values());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list != null) {
      list.forEach(text -> texts.add(text.asText()));
    }
    return List.copyOf(texts);
  }

  private static List<String> values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.isNull() ? null : value.asText()));
    return values;
  }

  private static void check(JsonNode node, Set<String> known, String where) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException(where + ": no key is named " + name);
              }
            });
  }
}
