package io.duckgres.gateway.signatures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A function, operator or cast, called with NULLs.
 *
 * @param kind aggregate, cast, function, operator or window
 * @param name {@code lower(text)}
 * @param statement a query that calls it
 * @param result PostgreSQL's column name and type of the query, with a colon between; an SQLSTATE
 *     where it refuses the query
 */
record Signature(String kind, String name, String statement, String result) {
  /** All of them, as {@link SignaturesRecorder} wrote them. */
  static List<Signature> all() throws IOException {
    try (BufferedReader in = resource("signatures.tsv")) {
      return in.lines().map(Signature::of).toList();
    }
  }

  static BufferedReader resource(String name) {
    return new BufferedReader(
        new InputStreamReader(Signature.class.getResourceAsStream(name), StandardCharsets.UTF_8));
  }

  private static Signature of(String line) {
    String[] fields = line.split("\t", -1);
    return new Signature(fields[0], fields[1], fields[2], fields[3]);
  }

  String line() {
    return String.join("\t", kind, name, statement, result);
  }
}
