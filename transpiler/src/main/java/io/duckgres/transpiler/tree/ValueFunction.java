package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A function without parentheses, such as CURRENT_DATE. */
public final class ValueFunction extends TypedNode {
  private final Kind kind;
  private final int precision;

  /** As parsed, without a type yet. */
  public ValueFunction(SqlParserPos position, Kind kind, int precision) {
    this(position, kind, precision, null);
  }

  /**
   * @param kind which one
   * @param precision digits of the seconds, -1 when not given
   */
  public ValueFunction(SqlParserPos position, Kind kind, int precision, ExpressionType type) {
    super(position, type);
    this.kind = kind;
    this.precision = precision;
  }

  /** Which one. */
  public Kind kind() {
    return kind;
  }

  /** Digits of the seconds, -1 when not given. */
  public int precision() {
    return precision;
  }

  /** The same expression, typed. */
  public ValueFunction typed(ExpressionType type) {
    return new ValueFunction(getParserPosition(), kind, precision, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    return this;
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, precision);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return List.of();
  }

  /** Which one; the name in lower case is the output column's. */
  public enum Kind {
    CURRENT_DATE,
    CURRENT_TIME,
    CURRENT_TIMESTAMP,
    LOCALTIME,
    LOCALTIMESTAMP,
    CURRENT_ROLE,
    CURRENT_USER,
    USER,
    SESSION_USER,
    SYSTEM_USER,
    CURRENT_CATALOG,
    CURRENT_SCHEMA
  }
}
