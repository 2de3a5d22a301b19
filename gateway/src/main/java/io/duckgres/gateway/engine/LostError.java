package io.duckgres.gateway.engine;

import io.duckgres.gateway.engine.EngineException.Details;
import java.util.List;

/**
 * Finds an error that DuckDB has lost. When a worker thread fails while another fetches the rows of
 * a stream, DuckDB sometimes reports to the one that fetches only that it was interrupted, as it
 * does for a cancel request, and the error itself is gone. A SELECT outside of a transaction is
 * then run once more, to hear what it fails with; its rows go nowhere.
 */
final class LostError {
  /** The error may be lost again. */
  private static final int ATTEMPTS = 3;

  private final DuckDbSession session;
  private final String sql;
  private final List<Object> parameters;
  private final boolean repeatable;
  private final long cancelsBefore;

  /**
   * @param parameters what was bound
   * @param repeatable whether the statement changes nothing, so that it may be run again
   */
  LostError(DuckDbSession session, String sql, List<Object> parameters, boolean repeatable) {
    this.session = session;
    this.sql = sql;
    this.parameters = parameters;
    this.repeatable = repeatable;
    this.cancelsBefore = session.cancelsDone();
  }

  /** The error of a stream itself, or what lies behind it. */
  EngineException behind(EngineException error) {
    if (!isInterrupt(error) || wasCanceled()) {
      return error;
    }
    for (int i = 0; i < ATTEMPTS && repeatable && !session.inTransaction(); i++) {
      EngineException found = runAgain();
      if (found != null && (!isInterrupt(found) || wasCanceled())) {
        return found;
      }
    }
    return new EngineException(
        new Details("Lost", "the engine stopped without naming its error", null, null, null, -1),
        error);
  }

  private EngineException runAgain() {
    try (DuckDbStatement statement = new DuckDbStatement(session, sql);
        EngineResult result = statement.executeOnce(parameters)) {
      if (result instanceof EngineResult.RowStream rows) {
        while (rows.next() != null) {
          // Only the error is of interest.
        }
      }
      return null;
    } catch (EngineException e) {
      return e;
    }
  }

  /** Whether a cancel request was made since, or was under way when the statement began. */
  private boolean wasCanceled() {
    return session.cancelsBegun() != cancelsBefore;
  }

  private static boolean isInterrupt(EngineException error) {
    return error.details().kind().equalsIgnoreCase("INTERRUPT");
  }
}
