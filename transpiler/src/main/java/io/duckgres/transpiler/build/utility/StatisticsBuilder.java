package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.AlterStatisticsContext;
import io.duckgres.grammar.PostgresParser.CreateStatisticsStmtContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.grammar.PostgresParser.StatisticsElementContext;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.FromBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.StatisticsStatement;
import io.duckgres.transpiler.tree.TableItem;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Statements about statistics objects. */
final class StatisticsBuilder {
  private StatisticsBuilder() {}

  /** The statement, or null when it is none of these. */
  static StatisticsStatement statement(StatementContext context) {
    if (context.createStatisticsStmt() != null) {
      return create(context.createStatisticsStmt());
    }
    if (context.alterObjectStmt() instanceof AlterStatisticsContext alter) {
      return alter(alter);
    }
    return context.dropStmt() instanceof PostgresParser.DropQualifiedContext drop
            && drop.qualifiedObjectKind().STATISTICS() != null
        ? new StatisticsStatement.Drop(Words.objects(drop.anyNameList()), drop.ifExists() != null)
        : null;
  }

  private static StatisticsStatement create(CreateStatisticsStmtContext context) {
    List<SqlNode> from = FromBuilder.items(context.fromClause().tables);
    ObjectName table =
        from.size() == 1 && from.get(0) instanceof TableItem item
            ? new ObjectName(item.name(), -1)
            : null;
    return new StatisticsStatement.Create(
        context.anyName() == null ? null : Words.object(context.anyName()),
        context.ifNotExists() != null,
        context.kinds == null ? List.of() : Names.list(context.kinds),
        context.elements.stream().map(StatisticsBuilder::element).toList(),
        table);
  }

  private static StatisticsStatement.Element element(StatisticsElementContext context) {
    if (context.column != null) {
      return new StatisticsStatement.Element(Names.name(context.column), null);
    }
    return new StatisticsStatement.Element(
        null,
        context.function != null
            ? ExpressionBuilder.indexFunction(context.function)
            : ExpressionBuilder.expression(context.expression));
  }

  private static StatisticsStatement alter(AlterStatisticsContext context) {
    Integer target = null;
    if (context.signedInteger() != null) {
      int value = Integer.parseInt(Words.value(context.signedInteger().value));
      boolean negative =
          context.signedInteger().sign != null
              && context.signedInteger().sign.getType() == PostgresParser.MINUS;
      target = negative ? -value : value;
    } else if (context.DEFAULT() != null) {
      target = -1;
    }
    boolean owner = context.ownerChange() != null;
    return new StatisticsStatement.Alter(
        Words.object(context.anyName()),
        context.ifExists() != null,
        context.objectRename() == null ? null : Names.name(context.objectRename().newName),
        context.schemaChange() == null ? null : Names.name(context.schemaChange().schema),
        owner,
        owner ? Words.role(context.ownerChange().owner) : null,
        target);
  }
}
