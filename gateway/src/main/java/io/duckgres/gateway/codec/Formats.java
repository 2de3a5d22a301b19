package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/** The protocol's format codes. */
final class Formats {
  private Formats() {}

  /**
   * Whether a format code means binary.
   *
   * @throws PgException for a code that means nothing
   */
  static boolean isBinary(int format) {
    if (format != 0 && format != 1) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + format);
    }
    return format == 1;
  }
}
