package io.duckgres.transpiler.analyze;

/**
 * Where an expression is analysed.
 *
 * @param scope names that it can see
 * @param clause the clause that it stands in
 * @param traits collects what was found in the query's expressions
 */
record Place(Scope scope, Clause clause, Traits traits) {
  /** What a query's expressions contain. */
  static final class Traits {
    boolean aggregates;
    boolean windows;
    boolean setReturning;
  }

  /** The same query, another clause. */
  Place in(Clause newClause) {
    return new Place(scope, newClause, traits);
  }

  /** A place in a query of its own. */
  static Place of(Scope scope, Clause clause) {
    return new Place(scope, clause, new Traits());
  }
}
