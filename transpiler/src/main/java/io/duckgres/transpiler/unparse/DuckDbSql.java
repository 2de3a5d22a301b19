package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.plan.EngineStep;
import org.apache.calcite.sql.SqlNode;

/** Prints trees as DuckDB SQL. */
public final class DuckDbSql {
  private DuckDbSql() {}

  /**
   * A statement with its parameters and its map to the source.
   *
   * @param start offset of the statement in the client's text, from which the map counts
   */
  public static EngineStep step(SqlNode statement, int start) {
    DuckDbPrinter printer = new DuckDbPrinter(start);
    printer.print(statement);
    return printer.finish();
  }

  /** The text alone, for what has no parameters. */
  public static String print(SqlNode node) {
    DuckDbPrinter printer = new DuckDbPrinter(0);
    printer.print(node);
    return printer.finish().sql();
  }
}
