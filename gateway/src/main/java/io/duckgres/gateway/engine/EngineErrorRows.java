package io.duckgres.gateway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duckgres.pgtype.SqlState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * DuckDB's errors and what PostgreSQL says in their place, as {@code errors.yaml} declares them;
 * the first row that matches wins.
 *
 * <p>A pattern is matched against the whole message without its class, lines included. In the
 * templates {@code {1}} is the pattern's first group, {@code {1:type}} that group as a DuckDB type
 * in PostgreSQL's spelling, {@code {1:columns}} and {@code {1:values}} the two sides of a key such
 * as {@code a: 1, b: 2}.
 */
final class EngineErrorRows {
  private static final String RESOURCE = "errors.yaml";

  /**
   * One row.
   *
   * @param kind DuckDB's class of error; null for any
   * @param pattern what the message looks like
   * @param state PostgreSQL's SQLSTATE
   * @param message template of PostgreSQL's message
   * @param detail template of the detail line, or null
   */
  record Row(String kind, Pattern pattern, SqlState state, String message, String detail) {}

  static final List<Row> ROWS = load();

  private EngineErrorRows() {}

  private static List<Row> load() {
    try (InputStream in = EngineErrorRows.class.getResourceAsStream(RESOURCE)) {
      List<Row> rows = new ArrayList<>();
      for (JsonNode row : new YAMLMapper().readTree(in)) {
        rows.add(
            new Row(
                row.path("kind").asText(null),
                Pattern.compile(row.required("pattern").asText(), Pattern.DOTALL),
                SqlState.ofCode(row.required("state").asText()),
                row.required("message").asText(),
                row.path("detail").asText(null)));
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
