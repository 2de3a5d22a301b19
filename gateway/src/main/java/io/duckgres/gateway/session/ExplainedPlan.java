package io.duckgres.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as the engine explains it.
 *
 * @param planning nanoseconds that preparing took
 * @param execution milliseconds that executing took; null when it was not executed
 */
record ExplainedPlan(Node root, long planning, Double execution) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLISECONDS = 1000;

  /** PostgreSQL's names of nodes that do the same. */
  private static final Map<String, String> NODE_TYPES =
      Map.of(
          "SEQ_SCAN", "Seq Scan",
          "TABLE_SCAN", "Seq Scan",
          "INDEX_SCAN", "Index Scan",
          "HASH_GROUP_BY", "Aggregate",
          "PERFECT_HASH_GROUP_BY", "Aggregate",
          "UNGROUPED_AGGREGATE", "Aggregate",
          "ORDER_BY", "Sort",
          "CTE_SCAN", "CTE Scan",
          "UNION", "Append",
          "WINDOW", "WindowAgg");

  /** PostgreSQL's names of properties that say the same. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "Filters", "Filter",
          "Projections", "Output",
          "Aggregates", "Output",
          "Groups", "Group Key",
          "Order By", "Sort Key",
          "Conditions", "Join Filter");

  /**
   * A node.
   *
   * @param relation the table that is read or changed; null for none
   * @param properties by PostgreSQL's names, else the engine's
   * @param planRows how many rows are expected; null when the engine does not tell
   * @param actualRows how many rows there were; null when it was not executed
   * @param actualTime milliseconds, those of its children included
   */
  record Node(
      String type,
      String relation,
      Map<String, List<String>> properties,
      Long planRows,
      Long actualRows,
      double actualTime,
      List<Node> children) {}

  /** Reads what EXPLAIN (FORMAT JSON) gives, with ANALYZE or without. */
  static ExplainedPlan read(String text, long planning) {
    try {
      JsonNode json = JSON.readTree(text);
      Double execution = null;
      JsonNode root = json.isArray() ? json.get(0) : json;
      if (json.has("latency")) {
        execution = json.get("latency").asDouble() * MILLISECONDS;
        root = json.get("children").get(0);
        if (root.path("operator_name").asText().equals("EXPLAIN_ANALYZE")) {
          root = root.get("children").get(0);
        }
      }
      return new ExplainedPlan(node(root), planning, execution);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the engine's plan is no JSON", e);
    }
  }

  private static Node node(JsonNode json) {
    boolean executed = json.has("operator_cardinality");
    String name = json.path(executed ? "operator_name" : "name").asText().strip();
    List<Node> children = new ArrayList<>();
    double time = json.path("operator_timing").asDouble() * MILLISECONDS;
    for (JsonNode child : json.path("children")) {
      Node node = node(child);
      children.add(node);
      time += node.actualTime();
    }
    Map<String, List<String>> properties = new LinkedHashMap<>();
    String relation = null;
    Long planRows = null;
    for (Map.Entry<String, JsonNode> property : json.path("extra_info").properties()) {
      List<String> values = values(property.getValue());
      switch (property.getKey()) {
        case "Table" -> relation = lastPart(values.get(0));
        case "Estimated Cardinality" -> planRows = Long.valueOf(values.get(0));
        case "Type" -> {
          // The node's name says so.
        }
        case "Join Type" -> properties.put("Join Type", List.of(capitalized(values.get(0))));
        default ->
            properties.put(PROPERTIES.getOrDefault(property.getKey(), property.getKey()), values);
      }
    }
    if (planRows == null && !children.isEmpty()) {
      // Such a node gives no more rows than it gets.
      planRows = children.get(0).planRows();
    }
    return new Node(
        NODE_TYPES.getOrDefault(name, spelled(name)),
        relation,
        properties,
        planRows,
        executed ? json.get("operator_cardinality").asLong() : null,
        time,
        children);
  }

  private static List<String> values(JsonNode value) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(element -> values.add(element.asText()));
    } else {
      values.add(value.asText());
    }
    return values;
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String spelled(String name) {
    StringBuilder spelled = new StringBuilder();
    for (String word : name.split("_")) {
      spelled.append(spelled.isEmpty() ? "" : " ").append(capitalized(word));
    }
    return spelled.toString();
  }

  private static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
