package io.duckgres.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;

/** What the tests read, and the parser as they watch it. */
final class Resources {
  /** Files of statements, one chapter each. */
  static final List<String> CHAPTERS =
      List.of(
          "queries", "expressions", "changes", "definitions", "routines", "sessions", "objects");

  private Resources() {}

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String chapter(String name) {
    return text("statements/" + name + ".sql");
  }

  /**
   * A parser that counts its decisions, in the mode that falls back to full LL where SLL is not
   * enough.
   */
  static PostgresParser profiled(String text, StatementSplitter.Piece piece) {
    TokenRefiner.refine(piece.tokens());
    PostgresParser parser = new PostgresParser(new TokenList(text, piece.tokens(), piece.end()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.setProfile(true);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return parser;
  }
}
