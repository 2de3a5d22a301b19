package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** An expression in the engine's own words: text with the operands in between. */
public final class TemplateCall extends TypedNode {
  private final Template template;
  private final List<SqlNode> operands;

  /**
   * @param template what is printed around the operands
   * @param operands the operands by number
   */
  public TemplateCall(
      SqlParserPos position, Template template, List<SqlNode> operands, ExpressionType type) {
    super(position, type);
    this.template = template;
    this.operands = List.copyOf(operands);
  }

  /** What is printed around the operands. */
  public Template template() {
    return template;
  }

  /** The operands by number. */
  public List<SqlNode> operands() {
    return operands;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> mapped = mapAll(operands, mapping);
    return mapped == operands
        ? this
        : new TemplateCall(getParserPosition(), template, mapped, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(template, operands.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return operands;
  }
}
