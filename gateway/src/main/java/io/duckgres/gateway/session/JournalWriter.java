package io.duckgres.gateway.session;

import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.Repetition;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.List;

/** Writes down in the transaction's journal what one plan does. */
final class JournalWriter {
  private final StatementPlan.Engine plan;
  private final Portal portal;
  private final Journal journal;
  private final List<Journal.Entry> entries = new ArrayList<>();
  private final CapturedRows captured;
  private RowDigest digest;

  /**
   * The plan begins.
   *
   * @param journal null when nothing is to be written down
   */
  JournalWriter(StatementPlan.Engine plan, Portal portal, Journal journal) {
    this.plan = plan;
    this.portal = portal;
    this.journal = plan.writes() || plan.changesCatalog() ? journal : null;
    Repetition repetition = plan.resultStep().repetition();
    boolean captures =
        this.journal != null
            && plan.steps().size() == 1
            && repetition.kind() == Repetition.Kind.ROWS;
    captured = captures ? new CapturedRows(repetition.insert(), repetition.columns()) : null;
    if (this.journal != null) {
      this.journal.begin();
    }
  }

  /** Whether the inserted rows are wanted. */
  boolean capturesRows() {
    return captured != null;
  }

  CapturedRows captured() {
    return captured;
  }

  /** A step was executed, but not the one that gives the result. */
  void step(EngineStep step, List<Object> parameters, String timeZone) {
    if (journal != null) {
      entries.add(
          repeats(step)
              ? new Journal.Statement(step.sql(), parameters, -1, null, null, timeZone)
              : new Journal.Obstacle("a statement that would not do the same again"));
    }
  }

  private static boolean repeats(EngineStep step) {
    return step.repetition().kind() == Repetition.Kind.SAME;
  }

  /** The last step returns rows that are to be compared. */
  void digest(Execution execution) {
    if (journal != null && execution.hasRows()) {
      digest = new RowDigest();
      execution.digestTo(digest);
    }
  }

  /** The step that gives the result was executed. */
  void result(EngineStep step, List<Object> parameters, Execution execution, String timeZone) {
    if (journal == null) {
      return;
    }
    if (captured != null) {
      entries.add(
          captured.isComplete()
              ? new Journal.Rows(captured)
              : new Journal.Obstacle("an INSERT of so many rows"));
    } else if (plan.changesCatalog() && plan.tag().counted()) {
      entries.add(new Journal.Obstacle("CREATE TABLE AS"));
    } else if (!repeats(step)) {
      entries.add(new Journal.Obstacle("a statement that would not do the same again"));
    } else {
      long rows = plan.tag().counted() && !execution.hasRows() ? execution.changedRows() : -1;
      RowDigest.Value returned = digest == null ? null : digest.value();
      entries.add(new Journal.Statement(step.sql(), parameters, rows, returned, portal, timeZone));
    }
  }

  /** The plan was executed. */
  void done() {
    if (journal == null) {
      return;
    }
    if (plan.changesCatalog()) {
      entries.add(new Journal.CatalogChange());
    }
    journal.add(entries);
  }
}
