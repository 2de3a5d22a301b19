package io.duckgres.gateway.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.gateway.engine.EngineException.Details;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads DuckDB's errors. With {@code errors_as_json} most come as a JSON object; the driver's own
 * and the parser's are prefixed with their class, those of a stream are wrapped by Arrow.
 */
final class EngineErrorReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code Parser Error: …}: the class, then the rest. */
  private static final Pattern CLASSED =
      Pattern.compile("([A-Za-z ]{3,40}?) Error: (.*)", Pattern.DOTALL);

  /** {@code CDataJniException{errno=-1, message=…}} as Arrow's stream reader reports it. */
  private static final Pattern ARROW =
      Pattern.compile(
          ".*?CDataJniException\\{errno=-?\\d+, message=(.*?)\\s*}\\s*", Pattern.DOTALL);

  /** The lines that show the culprit in errors that are not JSON. */
  private static final Pattern MARKER =
      Pattern.compile("\\n\\nLINE \\d+: .*\\n *\\^\\s*$", Pattern.DOTALL);

  private EngineErrorReader() {}

  /** The engine's error behind an exception of the driver or of Arrow. */
  static EngineException read(Throwable thrown) {
    String message = thrown.getMessage();
    return new EngineException(details(message == null ? thrown.toString() : message), thrown);
  }

  static Details details(String message) {
    Matcher arrow = ARROW.matcher(message);
    String text = arrow.matches() ? arrow.group(1) : message;
    String kind = "Internal";
    Matcher classed = CLASSED.matcher(text);
    if (!text.startsWith("{") && classed.matches()) {
      kind = classed.group(1);
      text = classed.group(2);
    }
    if (text.startsWith("{")) {
      Details details = ofJson(text);
      if (details != null) {
        return details;
      }
    }
    return new Details(kind, MARKER.matcher(text).replaceFirst(""), null, null, null, -1);
  }

  private static Details ofJson(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
    if (!node.hasNonNull("exception_type") || !node.hasNonNull("exception_message")) {
      return null;
    }
    return new Details(
        node.get("exception_type").asText(),
        node.get("exception_message").asText(),
        textOf(node, "error_subtype"),
        textOf(node, "type"),
        textOf(node, "name"),
        node.hasNonNull("position") ? node.get("position").asInt(-1) : -1);
  }

  private static String textOf(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
