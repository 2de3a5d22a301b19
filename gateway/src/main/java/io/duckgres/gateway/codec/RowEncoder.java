package io.duckgres.gateway.codec;

import io.netty.buffer.ByteBuf;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Writes rows of Arrow batches as DataRow messages. Made for one portal; not thread-safe. */
public interface RowEncoder {
  /**
   * Appends one DataRow message per row.
   *
   * @param batch a batch with the columns that the encoder was made for
   * @param from first row
   * @param to row after the last one
   * @param out receives the messages, type byte and length included
   * @throws io.duckgres.pgtype.PgException when a value has no representation
   */
  void encode(VectorSchemaRoot batch, int from, int to, ByteBuf out);
}
