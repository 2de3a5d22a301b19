package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineResult;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Small results that the session itself reads: all rows, as text. */
final class EngineRows {
  private EngineRows() {}

  /**
   * Executes a statement and reads its rows.
   *
   * @return each row's values as text, null for NULL
   * @throws io.duckgres.gateway.engine.EngineException when the engine refuses
   */
  static List<List<String>> read(EngineSession engine, String sql, List<Object> parameters) {
    List<List<String>> rows = new ArrayList<>();
    try (EngineStatement statement = engine.prepare(sql);
        EngineResult result = statement.execute(parameters)) {
      if (result instanceof RowStream stream) {
        for (VectorSchemaRoot batch = stream.next(); batch != null; batch = stream.next()) {
          addRows(batch, rows);
        }
      }
    }
    return rows;
  }

  private static void addRows(VectorSchemaRoot batch, List<List<String>> rows) {
    for (int row = 0; row < batch.getRowCount(); row++) {
      List<String> values = new ArrayList<>();
      for (FieldVector vector : batch.getFieldVectors()) {
        Object value = vector.getObject(row);
        values.add(value == null ? null : value.toString());
      }
      rows.add(values);
    }
  }
}
