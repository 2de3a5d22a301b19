package io.duckgres.grammar;

/** The statement is nested deeper than the parser goes. Never leaves this package. */
final class NestingLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NestingLimitException() {
    super("statement nested too deeply", null, false, false);
  }
}
