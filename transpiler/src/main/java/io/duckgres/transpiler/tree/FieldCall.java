package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code (base).field}; {@code (base).*} in a select list has a null field. */
public final class FieldCall extends TypedNode {
  private final SqlNode base;
  private final String field;

  /** As parsed, without a type yet. */
  public FieldCall(SqlParserPos position, SqlNode base, String field) {
    this(position, base, field, null);
  }

  /**
   * @param base the composite value
   * @param field name of the field, null for all
   */
  public FieldCall(SqlParserPos position, SqlNode base, String field, ExpressionType type) {
    super(position, type);
    this.base = base;
    this.field = field;
  }

  /** The composite value. */
  public SqlNode base() {
    return base;
  }

  /** Name of the field, null for all. */
  public String field() {
    return field;
  }

  /** The same expression, typed. */
  public FieldCall typed(ExpressionType type) {
    return new FieldCall(getParserPosition(), base, field, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newBase = map(base, mapping);
    return newBase == base
        ? this
        : new FieldCall(getParserPosition(), newBase, field, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(base == null, field);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(base);
  }
}
