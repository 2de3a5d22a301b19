package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgProc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A call of a function, an aggregate or a window function. Syntax like EXTRACT or POSITION is a
 * call of the function that PostgreSQL's own grammar calls.
 */
public final class FunctionCall extends TypedNode {
  private final List<String> name;
  private final List<SqlNode> arguments;
  private final CallOptions options;
  private final List<SqlNode> orderBy;
  private final SqlNode filter;
  private final SqlNode over;
  private final PgProc proc;

  /** As parsed, without a type yet. */
  public FunctionCall(
      SqlParserPos position,
      List<String> name,
      List<SqlNode> arguments,
      CallOptions options,
      List<SqlNode> orderBy,
      SqlNode filter,
      SqlNode over,
      PgProc proc) {
    this(position, name, arguments, options, orderBy, filter, over, proc, null);
  }

  /**
   * @param name name, schema first when given
   * @param arguments the arguments; a {@link NamedArgument} where named
   * @param options star, DISTINCT, VARIADIC, WITHIN GROUP
   * @param orderBy ORDER BY inside the parentheses or WITHIN GROUP, {@link SortItem}s
   * @param filter FILTER condition, or null
   * @param over {@link WindowSpec} of OVER, or null
   * @param proc what PostgreSQL would call; null until resolved, or when only the engine knows
   */
  public FunctionCall(
      SqlParserPos position,
      List<String> name,
      List<SqlNode> arguments,
      CallOptions options,
      List<SqlNode> orderBy,
      SqlNode filter,
      SqlNode over,
      PgProc proc,
      ExpressionType type) {
    super(position, type);
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.options = options;
    this.orderBy = List.copyOf(orderBy);
    this.filter = filter;
    this.over = over;
    this.proc = proc;
  }

  /** Name, schema first when given. */
  public List<String> name() {
    return name;
  }

  /** The arguments; a {@link NamedArgument} where named. */
  public List<SqlNode> arguments() {
    return arguments;
  }

  /** Star, DISTINCT, VARIADIC, WITHIN GROUP. */
  public CallOptions options() {
    return options;
  }

  /** ORDER BY inside the parentheses or WITHIN GROUP, {@link SortItem}s. */
  public List<SqlNode> orderBy() {
    return orderBy;
  }

  /** FILTER condition, or null. */
  public SqlNode filter() {
    return filter;
  }

  /** {@link WindowSpec} of OVER, or null. */
  public SqlNode over() {
    return over;
  }

  /** What PostgreSQL would call; null until resolved, or when only the engine knows. */
  public PgProc proc() {
    return proc;
  }

  /** The same expression, typed. */
  public FunctionCall typed(ExpressionType type) {
    return new FunctionCall(
        getParserPosition(), name, arguments, options, orderBy, filter, over, proc, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newArguments = mapAll(arguments, mapping);
    List<SqlNode> newOrderBy = mapAll(orderBy, mapping);
    SqlNode newFilter = map(filter, mapping);
    SqlNode newOver = map(over, mapping);
    return newArguments == arguments
            && newOrderBy == orderBy
            && newFilter == filter
            && newOver == over
        ? this
        : new FunctionCall(
            getParserPosition(),
            name,
            newArguments,
            options,
            newOrderBy,
            newFilter,
            newOver,
            proc,
            expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        name, arguments.size(), options, orderBy.size(), filter == null, over == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> operands = new ArrayList<>();
    operands.addAll(arguments);
    operands.addAll(orderBy);
    if (filter != null) {
      operands.add(filter);
    }
    if (over != null) {
      operands.add(over);
    }
    return operands;
  }
}
