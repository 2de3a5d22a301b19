package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.TypeName;

/**
 * The notations that stand for an integer column with a sequence.
 *
 * @see <a href="https://www.postgresql.org/docs/17/datatype-numeric.html#DATATYPE-SERIAL">Serial
 *     Types</a>
 */
final class SerialType {
  private SerialType() {}

  /** The integer type behind a serial one, or null when {@code name} is none. */
  static PgType integerOf(TypeName name) {
    if (name.name().size() != 1 || name.percentType()) {
      return null;
    }
    return switch (name.name().get(0)) {
      case "smallserial", "serial2" -> PgTypes.INT2;
      case "serial", "serial4" -> PgTypes.INT4;
      case "bigserial", "serial8" -> PgTypes.INT8;
      default -> null;
    };
  }
}
