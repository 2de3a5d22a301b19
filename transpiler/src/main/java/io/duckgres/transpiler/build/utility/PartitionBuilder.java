package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.PartitionActionContext;
import io.duckgres.grammar.PostgresParser.PartitionBoundContext;
import io.duckgres.grammar.PostgresParser.PartitionClauseContext;
import io.duckgres.grammar.PostgresParser.PartitionElementContext;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.TableStatement.Bound;
import io.duckgres.transpiler.statement.TableStatement.PartitionBy;
import io.duckgres.transpiler.statement.TableStatement.PartitionKey;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;

/** PARTITION BY, bounds of partitions, ATTACH and DETACH PARTITION. */
final class PartitionBuilder {
  private final SourceText source;

  PartitionBuilder(SourceText source) {
    this.source = source;
  }

  PartitionBy clause(PartitionClauseContext context) {
    List<PartitionKey> keys = new ArrayList<>();
    for (PartitionElementContext element : context.elements) {
      keys.add(key(element));
    }
    return new PartitionBy(Names.name(context.strategy), keys);
  }

  private PartitionKey key(PartitionElementContext context) {
    int start = Words.start(context);
    if (context.column != null) {
      return new PartitionKey(Names.name(context.column), null, null, start);
    }
    return context.function != null
        ? new PartitionKey(
            null,
            ExpressionBuilder.indexFunction(context.function),
            source.of(context.function),
            start)
        : new PartitionKey(
            null,
            ExpressionBuilder.expression(context.expression),
            source.of(context.expression),
            start);
  }

  static Bound bound(PartitionBoundContext context) {
    // PostgreSQL points at IN or FROM.
    boolean values = context.getChildCount() > 2;
    int start =
        values
            ? ((TerminalNode) context.getChild(2)).getSymbol().getStartIndex()
            : Words.start(context);
    if (context instanceof PostgresParser.ListPartitionContext list) {
      return new Bound('l', ExpressionBuilder.expressions(list.values), List.of(), start);
    }
    if (context instanceof PostgresParser.RangePartitionContext range) {
      return new Bound(
          'r',
          ExpressionBuilder.expressions(range.from),
          ExpressionBuilder.expressions(range.to),
          start);
    }
    boolean isDefault = context instanceof PostgresParser.DefaultPartitionContext;
    return new Bound(isDefault ? 'd' : 'h', List.of(), List.of(), start);
  }

  static AlterTable.Action action(PartitionActionContext context) {
    if (context instanceof PostgresParser.AttachPartitionContext attach) {
      return attach.partitionBound() == null
          ? new AlterTable.Unsupported("ATTACH PARTITION of an index")
          : new AlterTable.AttachPartition(
              Words.relation(attach.partition), bound(attach.partitionBound()));
    }
    return new AlterTable.DetachPartition(
        Words.relation(((PostgresParser.DetachPartitionContext) context).partition));
  }
}
