package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineBatch;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.ResultColumn;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/**
 * The values of Arrow batches in one of PostgreSQL's representations. Made for one result; not
 * thread-safe.
 */
public final class RowValues {
  private final TypeCodec[] codecs;
  private final boolean[] binary;
  private final Values[] columns;
  private VectorSchemaRoot seen;
  private long seenNumber;

  RowValues(TypeCodec[] codecs, boolean[] binary) {
    this.codecs = codecs;
    this.binary = binary;
    this.columns = new Values[codecs.length];
  }

  /**
   * The values of a result.
   *
   * @param columns of the result; a type of null is shown as text
   * @param formats as Bind gives them: none for text alone, one for all columns, or one per column;
   *     0 is text, 1 binary
   * @param settings the session's
   * @param catalog knows users' types; null when there are none
   * @throws io.duckgres.pgtype.PgException when a format is neither 0 nor 1
   */
  public static RowValues of(
      List<ResultColumn> columns,
      short[] formats,
      FormatSettings settings,
      CatalogSnapshot catalog) {
    CodecContext context = new CodecContext(settings, catalog);
    TypeCodec[] codecs = new TypeCodec[columns.size()];
    boolean[] binary = new boolean[columns.size()];
    for (int i = 0; i < codecs.length; i++) {
      ResultColumn column = columns.get(i);
      codecs[i] = context.codec(column);
      short format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : i];
      binary[i] = Formats.isBinary(format);
    }
    return new RowValues(codecs, binary);
  }

  /** How many columns there are. */
  public int columns() {
    return columns.length;
  }

  /** Looks at a batch, unless it is the one that was looked at last. */
  public void read(VectorSchemaRoot batch) {
    EngineBatch engineBatch = batch instanceof EngineBatch own ? own : null;
    if (engineBatch != null && batch == seen && engineBatch.number() == seenNumber) {
      return;
    }
    DictionaryProvider dictionaries = engineBatch == null ? null : engineBatch.dictionaries();
    for (int i = 0; i < columns.length; i++) {
      columns[i] = VectorReader.read(batch.getVector(i), dictionaries);
    }
    seen = batch;
    seenNumber = engineBatch == null ? 0 : engineBatch.number();
  }

  /** Whether a value of the batch is NULL. */
  public boolean isNull(int column, int row) {
    return columns[column].isNull(row);
  }

  /**
   * Appends a value of the batch that is not NULL.
   *
   * @throws io.duckgres.pgtype.PgException when it has no representation
   */
  public void write(int column, int row, ValueBuffer out) {
    Values values = columns[column];
    TypeCodec codec = codecs[column];
    if (binary[column]) {
      codec.writeBinary(values, row, out);
    } else if (values.isText() && !codec.readsText()) {
      // The plan has cast a value to text that the engine's own type can't hold.
      values.writeBytes(row, out);
    } else {
      codec.writeText(values, row, out);
    }
  }
}
