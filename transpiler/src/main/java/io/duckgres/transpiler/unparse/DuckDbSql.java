package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.plan.EngineStep;
import org.apache.calcite.sql.SqlNode;

/** Prints trees as DuckDB SQL. */
public final class DuckDbSql {
  private DuckDbSql() {}

  /** A statement with its parameters and its map to the source. */
  public static EngineStep step(SqlNode statement) {
    DuckDbPrinter printer = new DuckDbPrinter();
    printer.print(statement);
    return printer.finish();
  }

  /** The text alone, for what has no parameters. */
  public static String print(SqlNode node) {
    DuckDbPrinter printer = new DuckDbPrinter();
    printer.print(node);
    return printer.finish().sql();
  }
}
