package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.ConflictClauseContext;
import io.duckgres.grammar.PostgresParser.IndexElementContext;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ConflictClause;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;

/** ON CONFLICT (manual: INSERT). */
final class ConflictBuilder {
  private ConflictBuilder() {}

  /** The clause; null for null. */
  static ConflictClause clause(ConflictClauseContext context) {
    if (context == null) {
      return null;
    }
    boolean update = context.UPDATE() != null;
    return new ConflictClause(
        Tokens.position(context),
        targets(context),
        SelectBuilder.where(context.targetCondition),
        Tokens.value(context.constraint),
        update,
        AssignmentBuilder.assignments(context.assignments),
        update ? where(context) : null);
  }

  /** The condition of DO UPDATE, which is the last WHERE unless that is the target's. */
  private static SqlNode where(ConflictClauseContext context) {
    int last = context.whereClause().size() - 1;
    return last < 0 || context.whereClause(last) == context.targetCondition
        ? null
        : SelectBuilder.where(context.whereClause(last));
  }

  private static List<SqlNode> targets(ConflictClauseContext context) {
    List<SqlNode> targets = new ArrayList<>(context.elements.size());
    for (IndexElementContext element : context.elements) {
      targets.add(target(context, element));
    }
    return targets;
  }

  private static SqlNode target(ConflictClauseContext clause, IndexElementContext element) {
    checkOrder(clause, element);
    if (element.operatorClass != null) {
      throw BuildErrors.notSupported(
          "an operator class in ON CONFLICT", element.operatorClass.getStart());
    }
    SqlNode target = expression(clause, element);
    return element.collation == null
        ? target
        : new CollateCall(
            Tokens.position(element.COLLATE().getSymbol(), element),
            target,
            Names.qualified(element.collation));
  }

  private static SqlNode expression(ConflictClauseContext clause, IndexElementContext element) {
    if (element.column != null) {
      // PostgreSQL points to the bracket before the targets.
      return NameExpressionBuilder.column(element.column.getStart())
          .clone(Tokens.position(clause.LP().getSymbol(), element));
    }
    return element.function != null
        ? ExpressionBuilder.indexFunction(element.function)
        : ExpressionBuilder.expression(element.expression);
  }

  /** PostgreSQL points to the bracket before the targets. */
  private static void checkOrder(ConflictClauseContext clause, IndexElementContext element) {
    String word = element.direction != null ? "ASC/DESC" : null;
    if (word == null && element.nulls != null) {
      word = "NULLS FIRST/LAST";
    }
    if (word != null) {
      Token bracket = clause.LP().getSymbol();
      throw BuildErrors.at(
          SqlState.INVALID_COLUMN_REFERENCE,
          word + " is not allowed in ON CONFLICT clause",
          bracket.getStartIndex());
    }
  }
}
