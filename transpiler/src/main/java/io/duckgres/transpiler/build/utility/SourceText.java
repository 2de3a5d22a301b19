package io.duckgres.transpiler.build.utility;

import org.antlr.v4.runtime.ParserRuleContext;

/**
 * The text that a parse tree was made from.
 *
 * @param script the client's whole text, which tokens' offsets count in
 */
record SourceText(String script) {
  /** What the client wrote for a part of the tree. */
  String of(ParserRuleContext part) {
    return script.substring(part.getStart().getStartIndex(), part.getStop().getStopIndex() + 1);
  }
}
