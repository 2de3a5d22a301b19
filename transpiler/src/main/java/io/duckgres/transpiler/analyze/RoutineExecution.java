package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.tree.PgNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A resolved call that is a statement of its own. It does not outlive the analysis. */
final class RoutineExecution extends PgNode {
  private final Routine routine;
  private final List<SqlNode> arguments;
  private final PgType result;

  RoutineExecution(Routine routine, List<SqlNode> arguments, PgType result) {
    super(SqlParserPos.ZERO);
    this.routine = routine;
    this.arguments = List.copyOf(arguments);
    this.result = result;
  }

  Routine routine() {
    return routine;
  }

  /** In the order of the inputs. */
  List<SqlNode> arguments() {
    return arguments;
  }

  PgType result() {
    return result;
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> mapped = mapAll(arguments, mapping);
    return mapped == arguments ? this : new RoutineExecution(routine, mapped, result);
  }

  @Override
  protected List<Object> attributes() {
    return List.of(routine.oid());
  }

  @Override
  public List<SqlNode> getOperandList() {
    return arguments;
  }
}
