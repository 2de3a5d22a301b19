package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code name => value} in a call. */
public final class NamedArgument extends TypedNode {
  private final String name;
  private final SqlNode value;

  /** As parsed, without a type yet. */
  public NamedArgument(SqlParserPos position, String name, SqlNode value) {
    this(position, name, value, null);
  }

  /**
   * @param name name of the argument
   * @param value its value
   */
  public NamedArgument(SqlParserPos position, String name, SqlNode value, ExpressionType type) {
    super(position, type);
    this.name = name;
    this.value = value;
  }

  /** Name of the argument. */
  public String name() {
    return name;
  }

  /** Its value. */
  public SqlNode value() {
    return value;
  }

  /** The same expression, typed. */
  public NamedArgument typed(ExpressionType type) {
    return new NamedArgument(getParserPosition(), name, value, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newValue = map(value, mapping);
    return newValue == value
        ? this
        : new NamedArgument(getParserPosition(), name, newValue, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(name, value == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(value);
  }
}
