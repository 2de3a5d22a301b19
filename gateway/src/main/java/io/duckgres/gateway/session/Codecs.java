package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.engine.EngineColumn;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.ResultColumn;
import java.util.List;

/** Between the engine's values and PostgreSQL's formats. Thread-safe. */
public interface Codecs {
  /** The format codes of the protocol. */
  short TEXT = 0;

  /** See {@link #TEXT}. */
  short BINARY = 1;

  /**
   * An encoder for a result.
   *
   * @param columns the columns with their PostgreSQL types, none null
   * @param engineColumns the same columns as the engine has them
   * @param formats one code for each column
   * @throws io.duckgres.pgtype.PgException when a type has no such format
   */
  RowEncoder encoder(
      List<ResultColumn> columns,
      List<EngineColumn> engineColumns,
      List<Short> formats,
      FormatSettings settings);

  /**
   * A parameter's value for the engine.
   *
   * @param value its bytes, not null
   * @throws io.duckgres.pgtype.PgException 22P02, 22P03, 08P01 … for bytes that are no such value
   */
  Object decode(PgType type, short format, byte[] value, FormatSettings settings);
}
