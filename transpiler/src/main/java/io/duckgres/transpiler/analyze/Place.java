package io.duckgres.transpiler.analyze;

/**
 * Where an expression is analysed.
 *
 * @param scope names that it can see
 * @param clause the clause that it stands in
 * @param traits collects what was found in the query's expressions
 * @param construct CASE or COALESCE around the expression, null outside
 */
record Place(Scope scope, Clause clause, Traits traits, String construct) {
  Place(Scope scope, Clause clause, Traits traits) {
    this(scope, clause, traits, null);
  }

  /** What a query's expressions contain. */
  static final class Traits {
    boolean aggregates;
    boolean windows;
    boolean setReturning;
    java.util.Set<String> windowNames = java.util.Set.of();
  }

  /** The same query, another clause. */
  Place in(Clause newClause) {
    return new Place(scope, newClause, traits, construct);
  }

  /** Inside CASE or COALESCE. */
  Place inside(String newConstruct) {
    return new Place(scope, clause, traits, newConstruct);
  }

  /** Whether the expression is evaluated only under a condition. */
  boolean conditional() {
    return construct != null;
  }

  /** A place in a query of its own. */
  static Place of(Scope scope, Clause clause) {
    return new Place(scope, clause, new Traits());
  }
}
