package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/** Errors that several planners raise. */
final class Errors {
  private Errors() {}

  static PgException of(SqlState state, String message) {
    return new PgException(state, message);
  }

  /** An error at an offset of the statement, which is -1 for none. */
  static PgException at(int start, SqlState state, String message) {
    PgException error = new PgException(state, message);
    return start < 0 ? error : error.withPosition(start + 1);
  }

  /** 0A000 at an offset. */
  static PgException notSupported(int start, String feature) {
    PgException error = PgException.notSupported(feature);
    return start < 0 ? error : error.withPosition(start + 1);
  }

  static PgException relationExists(String name) {
    return of(SqlState.DUPLICATE_TABLE, "relation \"" + name + "\" already exists");
  }

  static PgException noColumn(String column, String relation) {
    return of(
        SqlState.UNDEFINED_COLUMN,
        "column \"" + column + "\" of relation \"" + relation + "\" does not exist");
  }
}
