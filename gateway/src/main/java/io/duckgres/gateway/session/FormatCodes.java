package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The format codes of Bind: none means text for all, one counts for all, otherwise each has its
 * own.
 */
final class FormatCodes {
  private static final short TEXT = 0;
  private static final short BINARY = 1;

  private FormatCodes() {}

  /** Text for all columns. */
  static List<Short> text(StatementShape shape) {
    return Collections.nCopies(shape.columnCount(), TEXT);
  }

  /** Binary for all columns. */
  static List<Short> binary(StatementShape shape) {
    return Collections.nCopies(shape.columnCount(), BINARY);
  }

  /**
   * One code for each column.
   *
   * @throws PgException 08P01 for another number of codes, 22023 for an unknown code
   */
  static List<Short> ofColumns(List<Short> given, StatementShape shape) {
    int columns = shape.columnCount();
    if (given.size() > 1 && given.size() != columns) {
      throw new PgException(
          SqlState.PROTOCOL_VIOLATION,
          "bind message has "
              + given.size()
              + " result formats but query has "
              + columns
              + " columns");
    }
    List<Short> formats = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      formats.add(of(given, i));
    }
    return Collections.unmodifiableList(formats);
  }

  /**
   * The code of one column or parameter.
   *
   * @throws PgException 22023 for an unknown code
   */
  static short of(List<Short> given, int index) {
    short format = given.isEmpty() ? TEXT : given.size() == 1 ? given.get(0) : given.get(index);
    if (format != TEXT && format != BINARY) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + format);
    }
    return format;
  }

  /** The codes as encoders take them. */
  static short[] toArray(List<Short> formats) {
    short[] codes = new short[formats.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = formats.get(i);
    }
    return codes;
  }
}
