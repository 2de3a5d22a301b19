package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AliasContext;
import io.duckgres.grammar.PostgresParser.AnyNameContext;
import io.duckgres.grammar.PostgresParser.RelationContext;
import io.duckgres.grammar.PostgresParser.TableSampleContext;
import io.duckgres.grammar.PostgresParser.TargetTableContext;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TableSample;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Tables as FROM items and as targets of statements; errors about them point to the name. */
final class RelationBuilder {
  private RelationBuilder() {}

  static TableItem relation(RelationContext context, Alias alias) {
    return table(context.anyName(), context.only != null, alias);
  }

  static TableItem table(AnyNameContext name, boolean only, Alias alias) {
    return new TableItem(Tokens.position(name), Names.relation(name), only, alias, null, List.of());
  }

  static TableItem target(TargetTableContext context) {
    ParserRuleContext name = context.alias_ != null ? context.alias_ : context.bareAlias;
    Alias alias = name == null ? null : new Alias(Tokens.value(name), List.of());
    return relation(context.relation(), alias);
  }

  /** A table in FROM with what may follow its name. */
  static TableItem sampled(
      SqlParserPos position,
      List<String> name,
      boolean only,
      AliasContext alias,
      TableSampleContext sample) {
    return new TableItem(position, name, only, alias(alias), method(sample), arguments(sample));
  }

  /** The alias; null for null. */
  static Alias alias(AliasContext context) {
    return context == null
        ? null
        : new Alias(Tokens.value(context.name), Names.list(context.columns));
  }

  private static TableSample method(TableSampleContext context) {
    return context == null
        ? null
        : new TableSample(Names.function(context.method), context.seed != null);
  }

  private static List<SqlNode> arguments(TableSampleContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> arguments = new ArrayList<>(ExpressionBuilder.expressions(context.expressions));
    if (context.seed != null) {
      arguments.add(ExpressionBuilder.expression(context.seed));
    }
    return arguments;
  }
}
