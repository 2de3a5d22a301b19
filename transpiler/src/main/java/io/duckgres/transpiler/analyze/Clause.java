package io.duckgres.transpiler.analyze;

/** Where an expression stands: decides what may be in it, and how messages name the place. */
enum Clause {
  SELECT_LIST("SELECT", true, true),
  WHERE("WHERE", false, false),
  JOIN_ON("JOIN conditions", false, false),
  GROUP_BY("GROUP BY", false, false),
  HAVING("HAVING", true, false),
  ORDER_BY("ORDER BY", true, true),
  DISTINCT_ON("DISTINCT ON", true, true),
  LIMIT("LIMIT", false, false),
  OFFSET("OFFSET", false, false),
  FILTER("FILTER", false, false),
  WINDOW_PARTITION("window definitions", true, false),
  AGGREGATE_ARGUMENT("aggregate arguments", false, false),
  VALUES("VALUES", false, false),
  FROM_FUNCTION("functions in FROM", false, false),
  /** A function in FROM itself, not its arguments. */
  FROM_ITEM("functions in FROM", false, false),
  RETURNING("RETURNING", false, false),
  UPDATE_SET("UPDATE", false, false),
  MERGE_WHEN("MERGE WHEN conditions", false, false),
  CONFLICT("ON CONFLICT", false, false),
  CHECK("check constraints", false, false),
  DEFAULT("DEFAULT expressions", false, false),
  INDEX("index expressions", false, false),
  COPY_WHERE("COPY FROM WHERE conditions", false, false),
  CALL("CALL arguments", false, false),
  EXECUTE("EXECUTE parameters", false, false),
  OTHER("this place", true, true);

  private final String text;
  private final boolean aggregates;
  private final boolean windows;

  Clause(String text, boolean aggregates, boolean windows) {
    this.text = text;
    this.aggregates = aggregates;
    this.windows = windows;
  }

  /** How PostgreSQL's messages name it. */
  String text() {
    return text;
  }

  boolean allowsAggregates() {
    return aggregates;
  }

  boolean allowsWindows() {
    return windows;
  }
}
