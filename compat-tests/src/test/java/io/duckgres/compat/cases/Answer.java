package io.duckgres.compat.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered to one statement, in a form that two servers' answers can be compared in.
 *
 * @param results one for each statement of the text that completed
 * @param error the error that ended it
 * @param notices in order
 * @param parameters the parameter types that the server reported
 * @param settings the reported changes, as {@code name=value}
 * @param state transaction state after it: I, T or E
 */
record Answer(
    List<Result> results,
    Optional<Report> error,
    List<Report> notices,
    List<String> parameters,
    List<String> settings,
    String state) {

  /**
   * One statement's result.
   *
   * @param columns empty when the statement has none
   * @param rows each a list of shown values, null for NULL
   * @param tag the command tag
   */
  record Result(List<Field> columns, List<List<String>> rows, String tag) {}

  /**
   * A column.
   *
   * @param name its name
   * @param type its type's name, or OID
   * @param typmod its type modifier
   * @param origin whether it comes from a table, and as which attribute
   */
  record Field(String name, String type, int typmod, String origin) {}

  /**
   * An error or notice.
   *
   * @param severity for example ERROR
   * @param state SQLSTATE
   * @param position in characters of the statement, from 1; null if none
   * @param words message, detail and hint
   */
  record Report(String severity, String state, String position, Map<String, String> words) {

    String code() {
      return severity + " " + state;
    }
  }
}
