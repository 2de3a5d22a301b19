package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/** Plans and errors as lines of text. */
final class PlanText {
  private PlanText() {}

  static String of(StatementPlan plan) {
    if (plan instanceof StatementPlan.Engine engine) {
      StringBuilder text = new StringBuilder();
      for (EngineStep step : engine.steps()) {
        text.append("  ").append(step.sql()).append('\n');
      }
      appendNotices(text, engine.notices(), engine.blockRule());
      return text.append("  tag ").append(engine.tag().text()).append('\n').toString();
    }
    if (plan instanceof StatementPlan.CreateFleeting create) {
      return of(create.create()) + "  on commit " + (create.drop() ? "drop" : "delete rows") + "\n";
    }
    if (plan instanceof StatementPlan.Acknowledge acknowledge) {
      StringBuilder text = new StringBuilder();
      appendNotices(text, acknowledge.notices(), acknowledge.blockRule());
      return text.append("  tag ").append(acknowledge.tag().text()).append('\n').toString();
    }
    if (plan instanceof StatementPlan.Explain explain) {
      return "  explain"
          + (explain.options().analyze() ? " analyze" : "")
          + "\n"
          + of(explain.explained());
    }
    if (plan instanceof StatementPlan.DeclareCursor declare) {
      StringBuilder text = new StringBuilder("  declare ").append(declare.name());
      text.append(declare.binary() ? " binary" : "");
      text.append(declare.scroll() == null ? "" : " scroll " + declare.scroll());
      text.append(declare.hold() ? " hold" : "").append('\n');
      appendNotices(text, List.of(), declare.blockRule());
      return text.append(of(declare.query())).toString();
    }
    if (plan instanceof StatementPlan.Prepare prepare) {
      return "  prepare "
          + prepare.name()
          + prepare.types()
          + " at "
          + prepare.statement().start()
          + ": "
          + prepare.statement().text()
          + "\n";
    }
    if (plan instanceof StatementPlan.Execute execute) {
      return "  execute "
          + execute.name()
          + "\n"
          + (execute.arguments() == null ? "" : of(execute.arguments()));
    }
    if (plan instanceof StatementPlan.PassThrough unparsed) {
      return "  for the engine's parser, otherwise\n" + of(unparsed.syntaxError());
    }
    return "  " + plan + "\n";
  }

  static String of(PgException error) {
    return "  "
        + error.state().code()
        + " "
        + error.getMessage()
        + (error.position() == 0 ? "" : " at " + error.position())
        + (error.detail() == null ? "" : "\n  detail " + error.detail())
        + (error.hint() == null ? "" : "\n  hint " + error.hint())
        + "\n";
  }

  private static void appendNotices(StringBuilder text, List<PgNotice> notices, BlockRule rule) {
    for (PgNotice notice : notices) {
      text.append("  ")
          .append(notice.severity())
          .append(' ')
          .append(notice.state().code())
          .append(' ')
          .append(notice.message())
          .append('\n');
    }
    if (rule.kind() != BlockRule.Kind.ANYWHERE) {
      text.append("  block rule ").append(rule.kind()).append('\n');
    }
  }
}
