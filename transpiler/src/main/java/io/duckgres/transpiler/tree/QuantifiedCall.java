package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgOperator;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * {@code value op ANY/ALL (query or array)}; IN (query) is {@code = ANY}, NOT IN is {@code <> ALL}.
 */
public final class QuantifiedCall extends TypedNode {
  private final String schema;
  private final String symbol;
  private final boolean all;
  private final boolean in;
  private final SqlNode value;
  private final SqlNode source;
  private final List<PgOperator> operators;

  /** As parsed, without a type yet. */
  public QuantifiedCall(
      SqlParserPos position,
      String schema,
      String symbol,
      boolean all,
      boolean in,
      SqlNode value,
      SqlNode source,
      List<PgOperator> operators) {
    this(position, schema, symbol, all, in, value, source, operators, null);
  }

  /**
   * @param schema schema of an OPERATOR(schema.op), otherwise null
   * @param symbol the operator
   * @param all ALL instead of ANY
   * @param in written as IN or NOT IN
   * @param value left operand, a RowCall for several columns
   * @param source a {@link QueryNode}, or an expression that gives an array
   * @param operators what PostgreSQL would call for each column; null until resolved
   */
  public QuantifiedCall(
      SqlParserPos position,
      String schema,
      String symbol,
      boolean all,
      boolean in,
      SqlNode value,
      SqlNode source,
      List<PgOperator> operators,
      ExpressionType type) {
    super(position, type);
    this.schema = schema;
    this.symbol = symbol;
    this.all = all;
    this.in = in;
    this.value = value;
    this.source = source;
    this.operators = operators;
  }

  /** Schema of an OPERATOR(schema.op), otherwise null. */
  public String schema() {
    return schema;
  }

  /** The operator. */
  public String symbol() {
    return symbol;
  }

  /** ALL instead of ANY. */
  public boolean all() {
    return all;
  }

  /** Written as IN or NOT IN. */
  public boolean in() {
    return in;
  }

  /** Left operand, a RowCall for several columns. */
  public SqlNode value() {
    return value;
  }

  /** A {@link QueryNode}, or an expression that gives an array. */
  public SqlNode source() {
    return source;
  }

  /** What PostgreSQL would call for each column; null until resolved. */
  public List<PgOperator> operators() {
    return operators;
  }

  /** The same expression, typed. */
  public QuantifiedCall typed(ExpressionType type) {
    return new QuantifiedCall(
        getParserPosition(), schema, symbol, all, in, value, source, operators, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newValue = map(value, mapping);
    SqlNode newSource = map(source, mapping);
    return newValue == value && newSource == source
        ? this
        : new QuantifiedCall(
            getParserPosition(),
            schema,
            symbol,
            all,
            in,
            newValue,
            newSource,
            operators,
            expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(schema, symbol, all, in, value == null, source == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(value, source);
  }
}
