package io.duckgres.transpiler.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of {@code functions/<chapter>.yaml}. Each file is a map: the key is a signature or
 * several separated by spaces; the value is {@code same}, a template, or a map with the fields of
 * {@link FunctionRow}; {@code asks} instead of {@code sql} gives the engine's type of the result of
 * a function that the session carries out.
 */
final class FunctionRows {
  private static final List<String> CHAPTERS =
      List.of(
          "comparison",
          "mathematics",
          "text",
          "binary",
          "datetime",
          "boolean",
          "json",
          "arrays",
          "aggregates",
          "windows",
          "sets",
          "casts",
          "session",
          "catalog",
          "network",
          "money",
          "lsn",
          "ranges",
          "geometry",
          "special-types",
          "search",
          "hashing",
          "xml");

  private static final Set<String> FIELDS =
      Set.of(
          "same",
          "name",
          "wrap",
          "sql",
          "list",
          "table",
          "columns",
          "text",
          "parts",
          "collect",
          "checked",
          "finite",
          "session",
          "asks",
          "output",
          "padded",
          "elements",
          "refuse");

  private static final Map<String, FunctionRow> ROWS = load();

  private FunctionRows() {}

  /** The row of a signature, null when there is none. */
  static FunctionRow of(String signature) {
    return ROWS.get(signature);
  }

  /** All rows. */
  static Collection<FunctionRow> all() {
    return Collections.unmodifiableCollection(ROWS.values());
  }

  private static Map<String, FunctionRow> load() {
    Map<String, FunctionRow> rows = new HashMap<>();
    YAMLMapper mapper = new YAMLMapper();
    for (String chapter : CHAPTERS) {
      String resource = "functions/" + chapter + ".yaml";
      try (InputStream in = FunctionRows.class.getResourceAsStream(resource)) {
        JsonNode root = mapper.readTree(in);
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
          for (String signature : entry.getKey().trim().split("\\s+")) {
            FunctionRow before = rows.put(signature, row(signature, entry.getValue(), resource));
            if (before != null) {
              throw new IllegalStateException(signature + " has two rows; see " + resource);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
      }
    }
    return rows;
  }

  private static FunctionRow row(String signature, JsonNode value, String resource) {
    if (value.isTextual()) {
      boolean same = value.asText().equals("same");
      return new FunctionRow(
          signature,
          same,
          null,
          null,
          same ? null : Template.parse(value.asText()),
          null,
          null,
          List.of(),
          null,
          List.of(),
          null,
          null,
          null,
          null,
          false,
          false,
          null,
          null);
    }
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalStateException(
            resource + ": " + signature + " has the unknown field " + name);
      }
    }
    List<Template> columns = new ArrayList<>();
    if (value.has("columns")) {
      value.get("columns").forEach(column -> columns.add(Template.parse(column.asText())));
    }
    JsonNode session = value.get("session");
    return new FunctionRow(
        signature,
        value.has("same"),
        text(value, "name"),
        template(value, "wrap"),
        value.has("asks") ? asks(signature, value.get("asks").asText()) : template(value, "sql"),
        template(value, "list"),
        template(value, "table"),
        List.copyOf(columns),
        template(value, "text"),
        parts(value),
        template(value, "collect"),
        template(value, "checked"),
        template(value, "finite"),
        session == null ? null : SessionValue.valueOf(session.asText()),
        value.has("output"),
        value.has("padded"),
        template(value, "elements"),
        text(value, "refuse"));
  }

  /**
   * A call of a function that the session carries out, whose values travel as texts.
   *
   * @param result the engine's type of the result
   */
  static Template asks(String signature, String result) {
    int arguments = signature.indexOf('(');
    StringBuilder call =
        new StringBuilder("pg_session_call(CAST(current_connection_id() AS VARCHAR)");
    call.append(", '").append(signature, 0, arguments).append('\'');
    int count = signature.endsWith("()") ? 0 : signature.split(",", -1).length;
    for (int i = 0; i < count; i++) {
      call.append(", CAST({").append(i).append("} AS VARCHAR)");
    }
    call.append(')');
    return Template.parse(
        result.equals("VARCHAR") ? call.toString() : "CAST(" + call + " AS " + result + ")");
  }

  /** Each part is a list: the aggregate's name, then templates of its arguments. */
  private static List<AggregateParts.Part> parts(JsonNode value) {
    List<AggregateParts.Part> parts = new ArrayList<>();
    if (value.has("parts")) {
      for (JsonNode part : value.get("parts")) {
        List<Template> arguments = new ArrayList<>();
        for (int i = 1; i < part.size(); i++) {
          arguments.add(Template.parse(part.get(i).asText()));
        }
        parts.add(new AggregateParts.Part(part.get(0).asText(), List.copyOf(arguments)));
      }
    }
    return List.copyOf(parts);
  }

  private static String text(JsonNode value, String field) {
    JsonNode node = value.get(field);
    return node == null ? null : node.asText();
  }

  private static Template template(JsonNode value, String field) {
    String text = text(value, field);
    return text == null ? null : Template.parse(text);
  }
}
