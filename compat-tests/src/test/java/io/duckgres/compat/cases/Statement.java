package io.duckgres.compat.cases;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a case.
 *
 * @param sql the client's text
 * @param types the parameter types that Parse names; may be shorter than the parameters
 * @param values the parameters in text form, null for NULL; null when the statement has none
 * @param error the SQLSTATE that PostgreSQL answers with; empty when it succeeds
 * @param ordered whether the order of rows is part of the answer
 * @param message whether the words of errors and notices are part of the answer
 */
record Statement(
    String sql,
    List<Integer> types,
    List<String> values,
    Optional<String> error,
    boolean ordered,
    boolean message) {

  boolean hasParameters() {
    return values != null;
  }
}
