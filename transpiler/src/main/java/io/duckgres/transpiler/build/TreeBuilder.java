package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.StatementContext;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/** Builds the tree of a statement. */
public final class TreeBuilder {
  private TreeBuilder() {}

  /**
   * The tree of a query or of a statement that changes rows.
   *
   * @param statement a parse tree of the grammar
   * @return empty for any other statement
   * @throws io.duckgres.pgtype.PgException what PostgreSQL refuses by the syntax alone, with its
   *     position; 0A000 for syntax that the tree has no node for
   */
  public static Optional<SqlNode> build(StatementContext statement) {
    return Optional.ofNullable(statement.dataStatement()).map(DataStatementBuilder::statement);
  }
}
