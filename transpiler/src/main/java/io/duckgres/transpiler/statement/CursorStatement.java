package io.duckgres.transpiler.statement;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Statements about cursors.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-declare.html">DECLARE</a> and its neighbours
 */
public sealed interface CursorStatement extends UtilityStatement {

  /** A word before CURSOR in DECLARE. */
  enum CursorOption {
    BINARY,
    SCROLL,
    NO_SCROLL,
    ASENSITIVE,
    INSENSITIVE
  }

  /**
   * DECLARE.
   *
   * @param options in the order written
   * @param hold WITH HOLD
   */
  record Declare(String name, List<CursorOption> options, boolean hold, SqlNode query)
      implements CursorStatement {
    public Declare {
      options = List.copyOf(options);
    }
  }

  /** Which way FETCH and MOVE go. */
  enum Direction {
    FORWARD,
    BACKWARD,
    ABSOLUTE,
    RELATIVE
  }

  /**
   * FETCH and MOVE.
   *
   * @param move MOVE, which returns no rows
   * @param count rows, or the row's number; {@link Long#MAX_VALUE} for ALL
   */
  record Fetch(String name, boolean move, Direction direction, long count)
      implements CursorStatement {}

  /** CLOSE; a null name means ALL. */
  record Close(String name) implements CursorStatement {}
}
