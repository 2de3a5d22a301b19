package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.ResultShape;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * An analysed query or data-modifying statement.
 *
 * @param node the typed tree; null when the statement itself is carried out in steps
 * @param shape columns of the result; null for a data-modifying statement without RETURNING
 * @param parameterTypes types of $1, $2 …; null elements are known to the engine alone
 * @param sequence the last sequence that it draws from, by its name in the engine's SQL, or null
 * @param insertTarget the table that INSERT inserts into; null for any other statement
 * @param insertsDefaults whether INSERT leaves columns to their defaults
 * @param stages what is done before the result can be told; the last of them is the statement
 *     itself where {@code node} is null
 */
public record AnalyzedStatement(
    SqlNode node,
    ResultShape shape,
    List<PgType> parameterTypes,
    String sequence,
    Relation insertTarget,
    boolean insertsDefaults,
    List<Stage> stages) {
  public AnalyzedStatement {
    stages = List.copyOf(stages);
  }

  /** A statement that draws from no sequence. */
  public AnalyzedStatement(SqlNode node, ResultShape shape, List<PgType> parameterTypes) {
    this(node, shape, parameterTypes, null, null, false, List.of());
  }
}
