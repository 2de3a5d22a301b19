package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.Litmus;

/**
 * A constant. Its value is kept as PostgreSQL's text of it, so that no digit is lost; a null text
 * is NULL. A quoted string and NULL are of type {@code unknown} until the analysis gives them one.
 */
public final class PgLiteral extends SqlLiteral implements Typed {
  private final String text;
  private final ExpressionType type;

  /**
   * @param text the value's text, null for NULL
   * @param type its type; {@code unknown} for strings and NULL as parsed
   */
  public PgLiteral(SqlParserPos position, String text, ExpressionType type) {
    super(null, SqlTypeName.NULL, position);
    this.text = text;
    this.type = type;
  }

  /** A quoted string as parsed. */
  public static PgLiteral string(SqlParserPos position, String text) {
    return new PgLiteral(position, text, ExpressionType.of(PgTypes.UNKNOWN));
  }

  /** NULL as parsed. */
  public static PgLiteral nullValue(SqlParserPos position) {
    return new PgLiteral(position, null, ExpressionType.of(PgTypes.UNKNOWN));
  }

  /** TRUE or FALSE. */
  public static PgLiteral bool(SqlParserPos position, boolean value) {
    return new PgLiteral(position, value ? "true" : "false", ExpressionType.of(PgTypes.BOOL));
  }

  /**
   * A number: int4 or int8 when it is an integer that fits, numeric otherwise.
   *
   * @param text in decimal, without underscores
   */
  public static PgLiteral number(SqlParserPos position, String text) {
    return new PgLiteral(position, text, ExpressionType.of(numberType(text)));
  }

  private static PgType numberType(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(i == 0 && c == '-')) {
        return PgTypes.NUMERIC;
      }
    }
    try {
      long value = Long.parseLong(text);
      return value == (int) value ? PgTypes.INT4 : PgTypes.INT8;
    } catch (NumberFormatException e) {
      return PgTypes.NUMERIC;
    }
  }

  /** The value's text, null for NULL. */
  public String text() {
    return text;
  }

  /** Whether it is NULL. */
  public boolean isNullValue() {
    return text == null;
  }

  /** Whether it is a string or NULL whose type is not decided yet. */
  public boolean isUnknown() {
    return type.type().equals(PgTypes.UNKNOWN);
  }

  /** The same constant with another type. */
  public PgLiteral typed(ExpressionType newType) {
    return new PgLiteral(getParserPosition(), text, newType);
  }

  @Override
  public ExpressionType expressionType() {
    return type;
  }

  @Override
  public SqlLiteral clone(SqlParserPos position) {
    return new PgLiteral(position, text, type);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    throw new UnsupportedOperationException("printed by io.duckgres.transpiler.unparse");
  }

  @Override
  public boolean equalsDeep(SqlNode node, Litmus litmus) {
    boolean equal =
        node instanceof PgLiteral that
            && java.util.Objects.equals(text, that.text)
            && type.equals(that.type);
    return equal ? litmus.succeed() : litmus.fail("{} != {}", this, node);
  }

  @Override
  public String toString() {
    return "'" + text + "'";
  }
}
