package io.duckgres.transpiler.build;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import org.antlr.v4.runtime.Token;

/** Errors that PostgreSQL's grammar raises in code, and those for what we have no node for. */
final class BuildErrors {
  private BuildErrors() {}

  static PgException at(SqlState state, String message, int offset) {
    return new PgException(state, message).withPosition(offset + 1);
  }

  static PgException syntax(String message, Token token) {
    return at(SqlState.SYNTAX_ERROR, message, token.getStartIndex());
  }

  /** PostgreSQL's parser_yyerror: the message, and the token that it has arrived at. */
  static PgException near(String message, Token token) {
    if (token == null || token.getType() == Token.EOF) {
      PgException error = new PgException(SqlState.SYNTAX_ERROR, message + " at end of input");
      return token == null ? error : error.withPosition(token.getStartIndex() + 1);
    }
    return syntax(message + " at or near \"" + token.getText() + "\"", token);
  }

  static PgException notSupported(String feature, Token token) {
    return PgException.notSupported(feature).withPosition(token.getStartIndex() + 1);
  }
}
