package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.Repetition;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.List;

/** Collects the engine's statements and the notices of one utility statement. */
final class Steps {
  private final List<EngineStep> steps = new ArrayList<>();
  private final List<PgNotice> notices = new ArrayList<>();
  private boolean repeats = true;
  private boolean createsTemporary;

  void add(String sql) {
    steps.add(EngineStep.of(sql));
  }

  void addAll(List<String> statements) {
    statements.forEach(this::add);
  }

  void add(EngineStep step) {
    steps.add(step);
  }

  void addAll(Steps others) {
    steps.addAll(others.steps);
    notices.addAll(others.notices);
    repeats &= others.repeats;
    createsTemporary |= others.createsTemporary;
  }

  /**
   * An expression is evaluated for rows that are there.
   *
   * @param whetherSame whether it would come to the same a second time in the transaction
   */
  void evaluates(boolean whetherSame) {
    repeats &= whetherSame;
  }

  void notice(PgNotice notice) {
    notices.add(notice);
  }

  /** Tells what is about to be created. */
  void creates(NewObject object) {
    createsTemporary |= object.temporary();
  }

  List<EngineStep> list() {
    return steps;
  }

  List<PgNotice> notices() {
    return notices;
  }

  /** A plan that changes the catalog, or an acknowledgement when nothing is to be done. */
  StatementPlan definition(String tag) {
    return definition(tag, BlockRule.ANYWHERE);
  }

  StatementPlan definition(String tag, BlockRule blockRule) {
    CommandTag commandTag = CommandTag.of(tag);
    if (!repeats) {
      steps.replaceAll(step -> step.repeated(Repetition.NEVER));
    }
    return steps.isEmpty()
        ? new StatementPlan.Acknowledge(commandTag, notices, blockRule)
        : new StatementPlan.Engine(
            steps, List.of(), null, commandTag, true, createsTemporary, true, notices, blockRule);
  }
}
