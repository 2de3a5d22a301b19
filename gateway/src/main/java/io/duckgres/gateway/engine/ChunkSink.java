package io.duckgres.gateway.engine;

import java.math.BigDecimal;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** The vectors of one chunk as a sink. */
final class ChunkSink implements RowSink {
  private final DuckDBWritableVector[] vectors;

  ChunkSink(DuckDBDataChunkWriter chunk, int columns) {
    vectors = new DuckDBWritableVector[columns];
    for (int i = 0; i < columns; i++) {
      vectors[i] = chunk.vector(i);
    }
  }

  @Override
  public void setNull(int column, int row) {
    vectors[column].setNull(row);
  }

  @Override
  public void setBoolean(int column, int row, boolean value) {
    vectors[column].setBoolean(row, value);
  }

  @Override
  public void setShort(int column, int row, short value) {
    vectors[column].setShort(row, value);
  }

  @Override
  public void setInt(int column, int row, int value) {
    vectors[column].setInt(row, value);
  }

  @Override
  public void setLong(int column, int row, long value) {
    vectors[column].setLong(row, value);
  }

  @Override
  public void setFloat(int column, int row, float value) {
    vectors[column].setFloat(row, value);
  }

  @Override
  public void setDouble(int column, int row, double value) {
    vectors[column].setDouble(row, value);
  }

  @Override
  public void setDecimal(int column, int row, BigDecimal value) {
    vectors[column].setBigDecimal(row, value);
  }

  @Override
  public void setString(int column, int row, String value) {
    vectors[column].setString(row, value);
  }
}
