package io.duckgres.compat.cases;

/**
 * One aspect in which the server's answer is not PostgreSQL's.
 *
 * @param mode the mode in which it showed
 * @param sql the statement
 * @param aspect what differs
 * @param postgres what PostgreSQL answers
 * @param server what the server answers
 */
record Difference(Mode mode, String sql, Aspect aspect, String postgres, String server) {

  @Override
  public String toString() {
    return "%s in mode %s of %s%n  PostgreSQL: %s%n  server:     %s"
        .formatted(aspect, mode, sql.strip(), postgres, server);
  }
}
