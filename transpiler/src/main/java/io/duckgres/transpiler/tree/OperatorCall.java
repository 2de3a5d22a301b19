package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgOperator;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * An operator applied to one or two operands. LIKE, ILIKE and SIMILAR TO are operators as well, as
 * in PostgreSQL.
 */
public final class OperatorCall extends TypedNode {
  private final String schema;
  private final String symbol;
  private final SqlNode left;
  private final SqlNode right;
  private final PgOperator operator;

  /** As parsed, without a type yet. */
  public OperatorCall(
      SqlParserPos position,
      String schema,
      String symbol,
      SqlNode left,
      SqlNode right,
      PgOperator operator) {
    this(position, schema, symbol, left, right, operator, null);
  }

  /**
   * @param schema schema of an OPERATOR(schema.op), otherwise null
   * @param symbol the operator, for instance {@code +} or {@code ~~}
   * @param left left operand, null for a prefix operator
   * @param right right operand
   * @param operator the operator that PostgreSQL would call; null until resolved, or when only the
   *     engine knows
   */
  public OperatorCall(
      SqlParserPos position,
      String schema,
      String symbol,
      SqlNode left,
      SqlNode right,
      PgOperator operator,
      ExpressionType type) {
    super(position, type);
    this.schema = schema;
    this.symbol = symbol;
    this.left = left;
    this.right = right;
    this.operator = operator;
  }

  /** Schema of an OPERATOR(schema.op), otherwise null. */
  public String schema() {
    return schema;
  }

  /** The operator, for instance {@code +} or {@code ~~}. */
  public String symbol() {
    return symbol;
  }

  /** Left operand, null for a prefix operator. */
  public SqlNode left() {
    return left;
  }

  /** Right operand. */
  public SqlNode right() {
    return right;
  }

  /**
   * The operator that PostgreSQL would call; null until resolved, or when only the engine knows.
   */
  public PgOperator operator() {
    return operator;
  }

  /** The same expression, typed. */
  public OperatorCall typed(ExpressionType type) {
    return new OperatorCall(getParserPosition(), schema, symbol, left, right, operator, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    SqlNode newLeft = map(left, mapping);
    SqlNode newRight = map(right, mapping);
    return newLeft == left && newRight == right
        ? this
        : new OperatorCall(
            getParserPosition(), schema, symbol, newLeft, newRight, operator, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(schema, symbol, left == null, right == null);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return present(left, right);
  }
}
