package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineResult.RowStream;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The number of rows that a statement in steps has changed, which a query of its own tells. */
final class ChangedRows {
  private ChangedRows() {}

  /** The number in the first column of the only row; 0 when there is none. */
  static long counted(RowStream rows) {
    long counted = 0;
    for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
      if (batch.getRowCount() > 0 && batch.getVector(0).getObject(0) instanceof Number number) {
        counted = number.longValue();
      }
    }
    return counted;
  }
}
