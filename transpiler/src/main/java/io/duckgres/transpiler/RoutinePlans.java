package io.duckgres.transpiler;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.analyze.RoutineProgram;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.QueryNode;
import java.util.ArrayList;
import java.util.List;

/** Plans calls of routines that change data: their statements one after the other. */
final class RoutinePlans {
  private final DataPlanner data;
  private final PlanningContext context;
  private final int start;

  RoutinePlans(DataPlanner data, PlanningContext context, int start) {
    this.data = data;
    this.context = context;
    this.start = start;
  }

  /** CALL. */
  StatementPlan call(FunctionCall call, ParameterTypes parameters) {
    RoutineProgram program = RoutineProgram.ofProcedure(call, context, parameters);
    return program.statements().isEmpty()
        ? new StatementPlan.Acknowledge(CommandTag.of("CALL"), List.of(), BlockRule.ANYWHERE)
        : plan(program, CommandTag.of("CALL"));
  }

  /**
   * A query that consists of the call of a function which changes data.
   *
   * @return null for any other
   */
  StatementPlan.Engine query(QueryNode query, ParameterTypes parameters) {
    RoutineProgram program = RoutineProgram.ofFunction(query, context, parameters);
    return program == null ? null : plan(program, CommandTag.SELECT);
  }

  private StatementPlan.Engine plan(RoutineProgram program, CommandTag tag) {
    List<EngineStep> steps = new ArrayList<>();
    List<EngineStep> cleanup = new ArrayList<>();
    List<PgType> parameterTypes = program.parameterTypes();
    StatementPlan.Engine last = null;
    for (AnalyzedStatement statement : program.statements()) {
      last = data.engine(statement, tag, true, start, context.catalog());
      steps.addAll(last.steps());
      cleanup.addAll(last.cleanup());
    }
    if (last == null) {
      throw PgException.notSupported("a routine without statements");
    }
    return new StatementPlan.Engine(
        steps,
        parameterTypes,
        last.shape(),
        tag,
        false,
        false,
        true,
        List.of(),
        BlockRule.ANYWHERE,
        cleanup);
  }
}
