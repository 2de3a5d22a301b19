package io.duckgres.transpiler.deparse;

/** A tree holds something that can't be written in PostgreSQL's words. */
public final class NoFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoFormException(Object what) {
    super("no form for " + what.getClass().getSimpleName(), null, false, false);
  }
}
