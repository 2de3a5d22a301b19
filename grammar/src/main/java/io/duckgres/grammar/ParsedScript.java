package io.duckgres.grammar;

import java.util.List;

/**
 * A text as the client sent it, statement by statement; empty statements are left out.
 *
 * @param text the text
 * @param statements its statements, in order
 */
public record ParsedScript(String text, List<ParsedStatement> statements) {
  public ParsedScript {
    statements = List.copyOf(statements);
  }
}
