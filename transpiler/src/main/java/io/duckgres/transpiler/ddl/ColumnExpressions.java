package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ValueFunction;
import java.util.Locale;
import org.apache.calcite.sql.SqlIdentifier;

/**
 * Defaults and generation expressions of columns.
 *
 * <p>Source of messages: {@code src/backend/catalog/heap.c} (cookDefault), {@code
 * src/backend/parser/parse_expr.c} (transformColumnRef).
 */
final class ColumnExpressions {
  private final DefinitionContext context;

  ColumnExpressions(DefinitionContext context) {
    this.context = context;
  }

  /**
   * A DEFAULT.
   *
   * @param type the column's type; null when only the engine knows
   * @throws PgException 0A000 for a column in it, 42804 for another type
   */
  EngineExpression defaultOf(TableElement.Expression value, String column, ExpressionType type) {
    SqlIdentifier reference = TreeSearch.first(value.node(), SqlIdentifier.class, QueryNode.class);
    if (reference != null) {
      throw Errors.at(
          Positions.start(reference),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use column reference in DEFAULT expression");
    }
    TreeSearch.refuseSubquery(value.node(), "DEFAULT expression");
    return assigned(value, ExpressionPlace.DEFAULT, null, column, type);
  }

  /**
   * A generation expression.
   *
   * @param scope the table with all its columns
   */
  EngineExpression generationOf(
      TableElement.Expression value, Relation scope, String column, ExpressionType type) {
    TreeSearch.refuseSubquery(value.node(), "column generation expression");
    return assigned(value, ExpressionPlace.GENERATION, scope, column, type);
  }

  /** Whether PostgreSQL keeps a DEFAULT at all: NULL is none. */
  static boolean isNone(TableElement.Expression value) {
    return value.node() instanceof PgLiteral literal && literal.isNullValue();
  }

  /**
   * A DEFAULT as {@code pg_get_expr} shows it, as far as that can be told from how it was written:
   * strings get their type, functions without parentheses are in capitals.
   */
  static String shown(TableElement.Expression value, ExpressionType type) {
    if (value.node() instanceof ValueFunction) {
      return value.text().toUpperCase(Locale.ROOT);
    }
    boolean string = value.node() instanceof PgLiteral literal && literal.isUnknown();
    return string && type != null
        ? value.text() + "::" + TypeNames.format(type.type())
        : value.text();
  }

  private EngineExpression assigned(
      TableElement.Expression value,
      ExpressionPlace place,
      Relation scope,
      String column,
      ExpressionType type) {
    try {
      return context.analysis().expression(value.node(), place, scope, type);
    } catch (PgException error) {
      if (error.state() != SqlState.DATATYPE_MISMATCH || type == null) {
        throw error;
      }
      // When the expression alone is wrong, this says so once more.
      EngineExpression own = context.analysis().expression(value.node(), place, scope, null);
      throw mismatch(column, type, own.type()).withCause(error);
    }
  }

  private static PgException mismatch(String column, ExpressionType type, ExpressionType own) {
    return Errors.of(
            SqlState.DATATYPE_MISMATCH,
            "column \""
                + column
                + "\" is of type "
                + TypeNames.format(type.type())
                + " but default expression is of type "
                + (own == null ? "unknown" : TypeNames.format(own.type())))
        .withHint("You will need to rewrite or cast the expression.");
  }
}
