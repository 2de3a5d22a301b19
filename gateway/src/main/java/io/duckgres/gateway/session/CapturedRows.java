package io.duckgres.gateway.session;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Inserted rows as the engine's texts, to be inserted again as they are. */
final class CapturedRows {
  /** Parameters of one statement. */
  private static final int MOST_PARAMETERS = 2000;

  /** Bytes, roughly, up to which rows are kept. */
  private static final long MOST = 32L << 20;

  private final String insert;
  private final int columns;
  private final List<String> values = new ArrayList<>();
  private long weight;
  private long rows;

  /**
   * @param insert what comes before the values
   */
  CapturedRows(String insert, int columns) {
    this.insert = insert;
    this.columns = columns;
  }

  /**
   * Takes the rows of a batch.
   *
   * @param first the first of the columns that hold them
   */
  void add(VectorSchemaRoot batch, int first) {
    rows += batch.getRowCount();
    if (weight > MOST) {
      values.clear();
      return;
    }
    for (int row = 0; row < batch.getRowCount(); row++) {
      for (int column = first; column < first + columns; column++) {
        Object value = batch.getVector(column).getObject(row);
        String text = value == null ? null : value.toString();
        values.add(text);
        weight += text == null ? 8 : 48 + text.length();
      }
    }
  }

  long weight() {
    return weight;
  }

  /** How many rows came, kept or not. */
  long rows() {
    return rows;
  }

  /** Whether all rows are kept. */
  boolean isComplete() {
    return values.size() == rows * columns;
  }

  /** A statement that inserts some of the rows. */
  record Insert(String sql, List<Object> parameters) {}

  /** The statements that insert all rows. */
  List<Insert> inserts() {
    List<Insert> inserts = new ArrayList<>();
    int most = Math.max(1, MOST_PARAMETERS / columns) * columns;
    for (int from = 0; from < values.size(); from += most) {
      int to = Math.min(values.size(), from + most);
      inserts.add(
          new Insert(sql((to - from) / columns), new ArrayList<>(values.subList(from, to))));
    }
    return inserts;
  }

  private String sql(int rows) {
    StringBuilder sql = new StringBuilder(insert);
    int parameter = 0;
    for (int row = 0; row < rows; row++) {
      sql.append(row == 0 ? "(" : ", (");
      for (int column = 0; column < columns; column++) {
        parameter++;
        sql.append(column == 0 ? "$" : ", $").append(parameter);
      }
      sql.append(')');
    }
    return sql.toString();
  }
}
