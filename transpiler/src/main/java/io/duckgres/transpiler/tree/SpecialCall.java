package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions with a syntax or typing of their own: COALESCE, NULLIF, GREATEST, LEAST, GROUPING. */
public final class SpecialCall extends TypedNode {
  private final Kind kind;
  private final List<SqlNode> arguments;

  /** As parsed, without a type yet. */
  public SpecialCall(SqlParserPos position, Kind kind, List<SqlNode> arguments) {
    this(position, kind, arguments, null);
  }

  /**
   * @param kind which one
   * @param arguments the arguments
   */
  public SpecialCall(
      SqlParserPos position, Kind kind, List<SqlNode> arguments, ExpressionType type) {
    super(position, type);
    this.kind = kind;
    this.arguments = List.copyOf(arguments);
  }

  /** Which one. */
  public Kind kind() {
    return kind;
  }

  /** The arguments. */
  public List<SqlNode> arguments() {
    return arguments;
  }

  /** The same expression, typed. */
  public SpecialCall typed(ExpressionType type) {
    return new SpecialCall(getParserPosition(), kind, arguments, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newArguments = mapAll(arguments, mapping);
    return newArguments == arguments
        ? this
        : new SpecialCall(getParserPosition(), kind, newArguments, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(kind, arguments.size());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return arguments;
  }

  /** Which one; the name in lower case is the output column's. */
  public enum Kind {
    COALESCE,
    NULLIF,
    GREATEST,
    LEAST,
    GROUPING
  }
}
