package io.duckgres.transpiler.tree;

import io.duckgres.transpiler.plan.PlanParameter;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/** A parameter: the client's {@code $n} with its type, or a value that the session knows. */
public final class ParameterRef extends SqlDynamicParam implements Typed {
  private final PlanParameter source;
  private final ExpressionType type;

  /**
   * @param source where the value comes from
   * @param type its type; null as parsed, and when only the engine knows
   */
  public ParameterRef(SqlParserPos position, PlanParameter source, ExpressionType type) {
    super(source instanceof PlanParameter.Client client ? client.number() - 1 : 0, position);
    this.source = source;
    this.type = type;
  }

  /** Where the value comes from. */
  public PlanParameter source() {
    return source;
  }

  @Override
  public ExpressionType expressionType() {
    return type;
  }

  @Override
  public SqlNode clone(SqlParserPos position) {
    return new ParameterRef(position, source, type);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    throw new UnsupportedOperationException("printed by io.duckgres.transpiler.unparse");
  }

  @Override
  public boolean equalsDeep(SqlNode node, Litmus litmus) {
    boolean equal = node instanceof ParameterRef that && source.equals(that.source);
    return equal ? litmus.succeed() : litmus.fail("{} != {}", this, node);
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
