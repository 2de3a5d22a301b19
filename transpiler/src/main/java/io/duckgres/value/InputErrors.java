package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/** The errors that input functions share. */
public final class InputErrors {
  private InputErrors() {}

  /** 22P02 for text that is no value of the type. */
  public static PgException invalid(String type, String text) {
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type " + type + ": \"" + text + "\"");
  }

  /** 22003 for text that is a number, but too large a one. */
  public static PgException outOfRange(String type, String text) {
    return new PgException(
        SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
        "value \"" + text + "\" is out of range for type " + type);
  }

  /** 22P03 for binary data that is no value of the type. */
  public static PgException invalidBinary(String message) {
    return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, message);
  }
}
