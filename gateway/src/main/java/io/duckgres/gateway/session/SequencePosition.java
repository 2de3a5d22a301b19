package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.SequenceChange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Where a sequence is set to.
 *
 * @param value the value
 * @param drawn whether it has been drawn already
 */
record SequencePosition(BigInteger value, boolean drawn) {

  /** The last row without a null, or null when there is none. */
  static SequencePosition last(RowStream rows) {
    SequencePosition last = null;
    for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
      for (int row = 0; row < batch.getRowCount(); row++) {
        Object value = batch.getVector(0).getObject(row);
        Object drawn = batch.getVector(1).getObject(row);
        if (value != null && drawn != null) {
          // The engine's booleans are one bit or one byte.
          boolean isDrawn =
              drawn instanceof Number number ? number.intValue() != 0 : Boolean.TRUE.equals(drawn);
          last = new SequencePosition(new BigInteger(value.toString()), isDrawn);
        }
      }
    }
    return last;
  }

  /**
   * The engine's statements.
   *
   * @throws PgException 22003 out of the sequence's bounds
   */
  List<String> statements(SequenceChange change) {
    if (value.compareTo(change.minimum()) < 0 || value.compareTo(change.maximum()) > 0) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "setval: value "
              + value
              + " is out of bounds for sequence \""
              + change.name()
              + "\" ("
              + change.minimum()
              + ".."
              + change.maximum()
              + ")");
    }
    List<String> statements = new ArrayList<>(change.before());
    statements.add(change.create() + value);
    statements.addAll(change.after());
    if (drawn) {
      statements.add(change.draw());
    }
    return statements;
  }
}
