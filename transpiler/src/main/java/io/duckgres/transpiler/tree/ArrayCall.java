package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** ARRAY[…]; nested ones are ArrayCalls without the word ARRAY. */
public final class ArrayCall extends TypedNode {
  private final List<SqlNode> elements;

  /** As parsed, without a type yet. */
  public ArrayCall(SqlParserPos position, List<SqlNode> elements) {
    this(position, elements, null);
  }

  /**
   * @param elements the elements
   */
  public ArrayCall(SqlParserPos position, List<SqlNode> elements, ExpressionType type) {
    super(position, type);
    this.elements = List.copyOf(elements);
  }

  /** The elements. */
  public List<SqlNode> elements() {
    return elements;
  }

  /** The same expression, typed. */
  public ArrayCall typed(ExpressionType type) {
    return new ArrayCall(getParserPosition(), elements, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newElements = mapAll(elements, mapping);
    return newElements == elements
        ? this
        : new ArrayCall(getParserPosition(), newElements, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(elements.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return elements;
  }
}
