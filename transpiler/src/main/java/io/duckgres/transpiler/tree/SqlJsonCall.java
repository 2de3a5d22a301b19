package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A constructor, query function, aggregate or test of SQL/JSON.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-json.html">JSON Functions</a>
 */
public final class SqlJsonCall extends TypedNode {
  private final Kind kind;
  private final SqlJsonOptions options;
  private final List<SqlNode> operands;
  private final List<SqlNode> passing;
  private final SqlNode onEmpty;
  private final SqlNode onError;
  private final List<SqlNode> orderBy;
  private final SqlNode filter;
  private final SqlNode over;

  /** Which function. */
  public enum Kind {
    OBJECT,
    ARRAY,
    /** JSON_ARRAY of a query. */
    ARRAY_QUERY,
    OBJECTAGG,
    ARRAYAGG,
    /** JSON(). */
    JSON,
    SCALAR,
    SERIALIZE,
    EXISTS,
    VALUE,
    QUERY,
    /** A column of JSON_TABLE, which is a value or a query by its type. */
    COLUMN,
    /** IS JSON. */
    TEST
  }

  /** A call without PASSING, behaviours and what belongs to aggregates. */
  public SqlJsonCall(
      SqlParserPos position, Kind kind, SqlJsonOptions options, List<SqlNode> operands) {
    this(position, kind, options, operands, List.of(), null, null, List.of(), null, null, null);
  }

  /**
   * @param operands keys and values in turn, values, or context item and path
   * @param passing values of PASSING
   * @param onEmpty DEFAULT … ON EMPTY, or null
   * @param onError DEFAULT … ON ERROR, or null
   * @param orderBy ORDER BY of an aggregate
   * @param filter FILTER of an aggregate, or null
   * @param over OVER of an aggregate, or null
   */
  public SqlJsonCall(
      SqlParserPos position,
      Kind kind,
      SqlJsonOptions options,
      List<SqlNode> operands,
      List<SqlNode> passing,
      SqlNode onEmpty,
      SqlNode onError,
      List<SqlNode> orderBy,
      SqlNode filter,
      SqlNode over,
      ExpressionType type) {
    super(position, type);
    this.kind = kind;
    this.options = options;
    this.operands = List.copyOf(operands);
    this.passing = List.copyOf(passing);
    this.onEmpty = onEmpty;
    this.onError = onError;
    this.orderBy = List.copyOf(orderBy);
    this.filter = filter;
    this.over = over;
  }

  /** Which function. */
  public Kind kind() {
    return kind;
  }

  /** The function's name, which a column without alias has. */
  public String functionName() {
    return switch (kind) {
      case JSON -> "json";
      case ARRAY_QUERY -> "json_array";
      default -> "json_" + kind.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** Its words. */
  public SqlJsonOptions options() {
    return options;
  }

  /** Keys and values in turn, values, or context item and path. */
  public List<SqlNode> operands() {
    return operands;
  }

  /** Values of PASSING. */
  public List<SqlNode> passing() {
    return passing;
  }

  /** DEFAULT … ON EMPTY, or null. */
  public SqlNode onEmpty() {
    return onEmpty;
  }

  /** DEFAULT … ON ERROR, or null. */
  public SqlNode onError() {
    return onError;
  }

  /** ORDER BY of an aggregate. */
  public List<SqlNode> orderBy() {
    return orderBy;
  }

  /** FILTER of an aggregate, or null. */
  public SqlNode filter() {
    return filter;
  }

  /** OVER of an aggregate, or null. */
  public SqlNode over() {
    return over;
  }

  /** The aggregate with its clauses. */
  public SqlJsonCall aggregate(SqlNode newFilter, SqlNode newOver) {
    return new SqlJsonCall(
        getParserPosition(),
        kind,
        options,
        operands,
        passing,
        onEmpty,
        onError,
        orderBy,
        newFilter,
        newOver,
        expressionType());
  }

  /** The same call of other operands, typed. */
  public SqlJsonCall typed(List<SqlNode> newOperands, ExpressionType type) {
    return new SqlJsonCall(
        getParserPosition(),
        kind,
        options,
        newOperands,
        passing,
        onEmpty,
        onError,
        orderBy,
        filter,
        over,
        type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newOperands = mapAll(operands, mapping);
    List<SqlNode> newPassing = mapAll(passing, mapping);
    SqlNode newOnEmpty = map(onEmpty, mapping);
    SqlNode newOnError = map(onError, mapping);
    List<SqlNode> newOrderBy = mapAll(orderBy, mapping);
    SqlNode newFilter = map(filter, mapping);
    SqlNode newOver = map(over, mapping);
    return newOperands == operands
            && newPassing == passing
            && newOnEmpty == onEmpty
            && newOnError == onError
            && newOrderBy == orderBy
            && newFilter == filter
            && newOver == over
        ? this
        : new SqlJsonCall(
            getParserPosition(),
            kind,
            options,
            newOperands,
            newPassing,
            newOnEmpty,
            newOnError,
            newOrderBy,
            newFilter,
            newOver,
            expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(
        kind,
        options,
        operands.size(),
        passing.size(),
        onEmpty == null,
        onError == null,
        orderBy.size(),
        filter == null,
        over == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    List<SqlNode> all = new ArrayList<>(operands);
    all.addAll(passing);
    all.addAll(present(onEmpty, onError));
    all.addAll(orderBy);
    all.addAll(present(filter, over));
    return all;
  }
}
