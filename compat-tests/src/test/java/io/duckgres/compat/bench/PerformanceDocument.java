package io.duckgres.compat.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Renders what was measured as {@code docs/performance.md}. */
final class PerformanceDocument {
  private static final String HEAD =
      """
      # Performance

      Written by `bin/bench --write`; do not edit. Each figure is the median of %d rounds in which all were measured in turn on one machine, each case for %s s after a third of that to warm up, over pgjdbc with TLS and SCRAM. PostgreSQL runs with its defaults, `fsync` on. The ratio says how many times better the server is than PostgreSQL; below 1 it is worse.

      %s. The table that is read has %,d rows of 8 columns.

      """;

  private PerformanceDocument() {}

  static String render(
      Figures figures, List<String> targets, BenchSettings settings, String machine) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                HEAD,
                settings.rounds(),
                figure(settings.seconds()),
                machine,
                settings.rows()));
    String group = null;
    for (Measure measure : figures.measures()) {
      if (!measure.group().equals(group)) {
        group = measure.group();
        text.append(group(group, targets));
      }
      text.append(row(figures, measure, targets));
    }
    return text.toString();
  }

  private static String group(String group, List<String> targets) {
    return "\n## "
        + group.substring(0, 1).toUpperCase(Locale.ROOT)
        + group.substring(1)
        + "\n\n| case | ratio | "
        + String.join(" | ", targets)
        + " |\n|---|---|"
        + "---|".repeat(targets.size())
        + "\n";
  }

  private static String row(Figures figures, Measure measure, List<String> targets) {
    OptionalDouble reference = figures.median(targets.get(0), measure);
    OptionalDouble server = figures.median(targets.get(1), measure);
    StringBuilder row = new StringBuilder("| " + measure.name() + ", " + measure.unit() + " | ");
    row.append(
        reference.isPresent() && server.isPresent()
            ? figure(measure.factor(server.getAsDouble(), reference.getAsDouble())) + " ×"
            : "–");
    for (String target : targets) {
      OptionalDouble median = figures.median(target, measure);
      row.append(" | ").append(median.isPresent() ? figure(median.getAsDouble()) : "–");
    }
    return row.append(" |\n").toString();
  }

  /** Three digits that count. */
  private static String figure(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
