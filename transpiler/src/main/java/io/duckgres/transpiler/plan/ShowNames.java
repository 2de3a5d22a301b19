package io.duckgres.transpiler.plan;

/** How SHOW names its column. */
final class ShowNames {
  private ShowNames() {}

  /** PostgreSQL's canonical spelling: two parameters are spelt with capitals. */
  static String columnOf(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return switch (lower) {
      case "datestyle" -> "DateStyle";
      case "intervalstyle" -> "IntervalStyle";
      case "timezone" -> "TimeZone";
      default -> lower;
    };
  }
}
