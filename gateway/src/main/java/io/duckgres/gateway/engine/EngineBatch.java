package io.duckgres.gateway.engine;

import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A batch of rows with the dictionaries that its dictionary-encoded columns (enums) refer to, at
 * any depth. It shares its vectors with the stream that it comes from and must not be closed by its
 * readers.
 */
public final class EngineBatch extends VectorSchemaRoot {
  private final DictionaryProvider dictionaries;
  private long number;

  /**
   * @param schema the columns
   * @param vectors their vectors, in the schema's order
   * @param dictionaries by the ids that the schema names
   */
  public EngineBatch(Schema schema, List<FieldVector> vectors, DictionaryProvider dictionaries) {
    super(schema, vectors, 0);
    this.dictionaries = dictionaries;
  }

  /** The dictionaries of dictionary-encoded columns. */
  public DictionaryProvider dictionaries() {
    return dictionaries;
  }

  /** Counts the batches that these vectors have held: readers of an older one must look again. */
  public long number() {
    return number;
  }

  /** Takes the next batch, whose rows the vectors hold already. */
  void next(int rows) {
    number++;
    setRowCount(rows);
  }
}
