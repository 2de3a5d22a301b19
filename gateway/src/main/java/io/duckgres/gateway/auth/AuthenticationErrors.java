package io.duckgres.gateway.auth;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/** Errors of more than one method, in the words of PostgreSQL's auth.c. */
final class AuthenticationErrors {
  private AuthenticationErrors() {}

  /** The one answer to a wrong password and to an unknown user. */
  static PgException passwordFailed(String user) {
    return new PgException(
        SqlState.INVALID_PASSWORD, "password authentication failed for user \"" + user + "\"");
  }

  static PgException emptyPassword() {
    return new PgException(SqlState.INVALID_PASSWORD, "empty password returned by client");
  }

  static PgException violation(String message) {
    return new PgException(SqlState.PROTOCOL_VIOLATION, message);
  }
}
