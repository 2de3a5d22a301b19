package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/** An error that silent functions and predicates suppress. */
final class PathError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PgException error;

  PathError(SqlState state, String message) {
    this(new PgException(state, message));
  }

  PathError(PgException error) {
    super(error.getMessage(), null, false, false);
    this.error = error;
  }

  PgException error() {
    return error;
  }
}
