package io.duckgres.transpiler.build;

import io.duckgres.grammar.ParsedFragment;
import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.grammar.SyntaxError;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Trees of SQL that stands inside definitions: bodies of functions, defaults of parameters. */
public final class RoutineText {
  private RoutineText() {}

  /**
   * The trees of some statements, without positions.
   *
   * @throws PgException the grammar's errors; 0A000 for a statement that neither reads nor changes
   *     rows
   */
  public static List<SqlNode> statements(String text) {
    List<SqlNode> trees = new ArrayList<>();
    for (ParsedStatement statement : PostgresSql.parse(text).statements()) {
      if (!statement.isParsed()) {
        throw error(statement.error());
      }
      trees.add(
          Positions.detached(
              () ->
                  TreeBuilder.build(statement.tree())
                      .orElseThrow(
                          () -> PgException.notSupported("this statement in a function in SQL"))));
    }
    return trees;
  }

  /**
   * The tree of an expression, without positions.
   *
   * @throws PgException the grammar's errors
   */
  public static SqlNode expression(String text) {
    ParsedFragment<PostgresParser.ExprContext> parsed = PostgresSql.parseExpression(text);
    if (parsed.tree() == null) {
      throw error(parsed.error());
    }
    return Positions.detached(() -> ExpressionBuilder.expression(parsed.tree()));
  }

  private static PgException error(SyntaxError error) {
    SqlState state = SqlState.ofCode(error.sqlState());
    return new PgException(state == null ? SqlState.SYNTAX_ERROR : state, error.message());
  }
}
