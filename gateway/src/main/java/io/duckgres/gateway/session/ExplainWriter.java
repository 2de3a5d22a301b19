package io.duckgres.gateway.session;

import io.duckgres.transpiler.plan.ExplainOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a plan in PostgreSQL's four forms. The engine knows no costs, so that there are only
 * estimates of rows.
 *
 * <p>Source: {@code src/backend/commands/explain.c}.
 */
final class ExplainWriter {
  private final ExplainOptions options;

  ExplainWriter(ExplainOptions options) {
    this.options = options;
  }

  /** The rows of the result. */
  List<List<String>> write(ExplainedPlan plan) {
    if (options.format() == ExplainOptions.Format.TEXT) {
      List<List<String>> lines = new ArrayList<>();
      text(plan, line -> lines.add(List.of(line)));
      return lines;
    }
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("Plan", properties(plan.root(), null));
    if (options.summary()) {
      query.put("Planning Time", milliseconds(planning(plan)));
    }
    if (options.analyze()) {
      query.put("Triggers", List.of());
      if (options.summary() && plan.execution() != null) {
        query.put("Execution Time", milliseconds(plan.execution()));
      }
    }
    String text =
        switch (options.format()) {
          case JSON -> ExplainTexts.json(query);
          case YAML -> ExplainTexts.yaml(query);
          default -> ExplainTexts.xml(query);
        };
    return List.of(List.of(text));
  }

  private static double planning(ExplainedPlan plan) {
    return plan.planning() / 1e6;
  }

  private Map<String, Object> properties(ExplainedPlan.Node node, String relationship) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Node Type", node.type());
    if (relationship != null) {
      properties.put("Parent Relationship", relationship);
    }
    properties.put("Parallel Aware", false);
    properties.put("Async Capable", false);
    if (node.relation() != null) {
      properties.put("Relation Name", node.relation());
      properties.put("Alias", node.relation());
    }
    if (options.costs() && node.planRows() != null) {
      properties.put("Plan Rows", new ExplainTexts.Number(node.planRows().toString()));
    }
    if (node.actualRows() != null) {
      if (options.timing()) {
        properties.put("Actual Total Time", milliseconds(node.actualTime()));
      }
      properties.put("Actual Rows", new ExplainTexts.Number(node.actualRows().toString()));
      properties.put("Actual Loops", new ExplainTexts.Number("1"));
    }
    node.properties()
        .forEach(
            (name, values) -> {
              if (isShown(name)) {
                properties.put(name, isList(name) ? values : String.join(" AND ", values));
              }
            });
    if (!node.children().isEmpty()) {
      List<Object> plans = new ArrayList<>();
      for (ExplainedPlan.Node child : node.children()) {
        plans.add(properties(child, plans.isEmpty() ? "Outer" : "Inner"));
      }
      properties.put("Plans", plans);
    }
    return properties;
  }

  private boolean isShown(String property) {
    return options.verbose() || !property.equals("Output");
  }

  private static boolean isList(String property) {
    return switch (property) {
      case "Output", "Group Key", "Sort Key" -> true;
      default -> false;
    };
  }

  private static ExplainTexts.Number milliseconds(double time) {
    return new ExplainTexts.Number(String.format(Locale.ROOT, "%.3f", time));
  }

  private void text(ExplainedPlan plan, java.util.function.Consumer<String> lines) {
    text(plan.root(), 0, lines);
    if (options.summary()) {
      lines.accept(String.format(Locale.ROOT, "Planning Time: %.3f ms", planning(plan)));
      if (plan.execution() != null) {
        lines.accept(String.format(Locale.ROOT, "Execution Time: %.3f ms", plan.execution()));
      }
    }
  }

  private void text(ExplainedPlan.Node node, int depth, java.util.function.Consumer<String> lines) {
    StringBuilder line = new StringBuilder();
    if (depth > 0) {
      line.append(" ".repeat(6 * depth - 4)).append("->  ");
    }
    line.append(node.type());
    if (node.relation() != null) {
      line.append(" on ").append(node.relation());
    }
    String separator = "  ";
    if (options.costs() && node.planRows() != null) {
      line.append(separator).append("(rows=").append(node.planRows()).append(')');
      separator = " ";
    }
    if (node.actualRows() != null) {
      line.append(separator).append("(actual ");
      if (options.timing()) {
        line.append(String.format(Locale.ROOT, "time=%.3f ", node.actualTime()));
      }
      line.append("rows=").append(node.actualRows()).append(" loops=1)");
    }
    lines.accept(line.toString());
    String indent = " ".repeat(6 * depth + 2);
    node.properties()
        .forEach(
            (name, values) -> {
              if (isShown(name)) {
                String value = String.join(isList(name) ? ", " : " AND ", values);
                lines.accept(indent + name + ": " + value);
              }
            });
    node.children().forEach(child -> text(child, depth + 1, lines));
  }
}
