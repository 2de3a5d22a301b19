package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.SourceMap;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.List;

/**
 * An analysed query.
 *
 * @param sql in the engine's SQL, parameters numbered $1, $2 …
 * @param parameters where their values come from
 * @param parameterTypes types of the client's parameters
 * @param sourceMap from {@code sql} to the client's statement
 * @param columns its columns in order
 * @param reads the relations that it reads
 */
public record EngineQuery(
    String sql,
    List<PlanParameter> parameters,
    List<PgType> parameterTypes,
    SourceMap sourceMap,
    List<Column> columns,
    List<Read> reads) {
  public EngineQuery {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    reads = List.copyOf(reads);
  }

  /**
   * A relation that is read.
   *
   * @param columns names of the columns that are read
   */
  public record Read(Relation relation, List<String> columns) {
    public Read {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param name its name for the client
   * @param type null when only the engine knows
   */
  public record Column(String name, ExpressionType type) {}
}
