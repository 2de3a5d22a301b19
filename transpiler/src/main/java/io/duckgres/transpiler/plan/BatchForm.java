package io.duckgres.transpiler.plan;

import java.util.function.Supplier;

/**
 * The form of a statement that does the work of many executions with different parameters at once:
 * each of the client's parameters is a list with one element for every execution. It is made when
 * it is first asked for. Thread-safe.
 */
public final class BatchForm {
  private final Supplier<EngineStep> maker;
  private EngineStep step;

  /**
   * @param maker makes the statement
   */
  public BatchForm(Supplier<EngineStep> maker) {
    this.maker = maker;
  }

  /** The statement; its parameters of the client's are lists. */
  public synchronized EngineStep step() {
    if (step == null) {
      step = maker.get();
    }
    return step;
  }
}
