package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.SessionStatement;
import java.util.List;

/** Prepared statements, DISCARD, EXPLAIN, LISTEN and its kin. */
final class SessionPlanner {
  private SessionPlanner() {}

  static StatementPlan plan(SessionStatement statement, DefinitionContext context) {
    if (statement instanceof SessionStatement.Prepare prepare) {
      List<PgType> types =
          prepare.types().stream().map(name -> context.analysis().type(name).type()).toList();
      return new StatementPlan.Prepare(prepare.name(), types, context.analysis().prepared(prepare));
    }
    if (statement instanceof SessionStatement.Execute execute) {
      return new StatementPlan.Execute(
          execute.name(),
          execute.arguments().isEmpty() ? null : context.analysis().arguments(execute));
    }
    if (statement instanceof SessionStatement.Deallocate deallocate) {
      return new StatementPlan.Deallocate(deallocate.name());
    }
    if (statement instanceof SessionStatement.Discard discard) {
      return new StatementPlan.Discard(discard.target().name());
    }
    if (statement instanceof SessionStatement.Explain explain) {
      return ExplainPlanner.plan(explain, context);
    }
    if (statement instanceof SessionStatement.Call call) {
      return context.analysis().call(call);
    }
    if (statement instanceof SessionStatement.Listen listen) {
      return new StatementPlan.Listen(listen.channel());
    }
    if (statement instanceof SessionStatement.Notify notify) {
      return new StatementPlan.Notify(notify.channel(), notify.payload());
    }
    return new StatementPlan.Unlisten(((SessionStatement.Unlisten) statement).channel());
  }
}
