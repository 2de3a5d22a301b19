package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SortItem;
import org.apache.calcite.sql.SqlNode;

/** What ORDER BY, GROUP BY and DISTINCT ON share: numbers of output columns. */
final class SortItems {
  private SortItems() {}

  /**
   * The output column that a constant names by its number.
   *
   * @param columns how many there are
   * @param clause how PostgreSQL's messages name the clause
   * @return null when the expression is no constant
   * @throws PgException 42P10 when there is no such column, 42601 for another constant
   */
  static Integer position(SqlNode node, int columns, String clause) {
    if (!(node instanceof PgLiteral literal)) {
      return null;
    }
    if (!literal.expressionType().type().equals(PgTypes.INT4)) {
      throw Analysis.error(SqlState.SYNTAX_ERROR, "non-integer constant in " + clause, node);
    }
    int position = Integer.parseInt(literal.text());
    if (position < 1 || position > columns) {
      throw Analysis.error(
          SqlState.INVALID_COLUMN_REFERENCE,
          clause + " position " + position + " is not in select list",
          node);
    }
    return position;
  }

  /** The number of an output column, as the engine reads it. */
  static SqlNode ordinal(SqlNode at, int position) {
    return PgLiteral.number(at.getParserPosition(), Integer.toString(position));
  }

  /** The same item over another expression; USING becomes a direction. */
  static SortItem withExpression(SortItem item, SqlNode expression) {
    SortItem.Direction direction = item.direction();
    if (item.using() != null) {
      direction =
          switch (item.using()) {
            case "<" -> SortItem.Direction.ASC;
            case ">" -> SortItem.Direction.DESC;
            default ->
                throw Analysis.at(
                    new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "operator " + item.using() + " is not a valid ordering operator")
                        .withHint(
                            "Ordering operators must be \"<\" or \">\" members of btree operator"
                                + " families."),
                    item);
          };
    }
    return new SortItem(item.getParserPosition(), expression, direction, item.nullsFirst(), null);
  }
}
