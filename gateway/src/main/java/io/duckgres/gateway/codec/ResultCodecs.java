package io.duckgres.gateway.codec;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.ResultColumn;
import java.util.List;

/** Makes encoders of results. */
public final class ResultCodecs {
  private ResultCodecs() {}

  /**
   * The encoder of a portal's rows.
   *
   * @param columns of the result; a type of null is shown as text
   * @param formats as Bind gives them: none for text alone, one for all columns, or one per column;
   *     0 is text, 1 binary
   * @param settings the session's
   * @param catalog knows users' types; null when there are none
   * @throws io.duckgres.pgtype.PgException when a format is neither 0 nor 1
   */
  public static RowEncoder encoder(
      List<ResultColumn> columns,
      short[] formats,
      FormatSettings settings,
      CatalogSnapshot catalog) {
    return new RowWriter(RowValues.of(columns, formats, settings, catalog));
  }
}
