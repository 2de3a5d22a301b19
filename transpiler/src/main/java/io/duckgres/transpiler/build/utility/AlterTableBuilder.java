package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.AlterColumnActionContext;
import io.duckgres.grammar.PostgresParser.AlterRelationContext;
import io.duckgres.grammar.PostgresParser.AlterTableActionContext;
import io.duckgres.grammar.PostgresParser.AlterTableStmtContext;
import io.duckgres.grammar.PostgresParser.RelationKindContext;
import io.duckgres.grammar.PostgresParser.RenameActionContext;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.AlterTable.Action;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.List;

/** ALTER TABLE and its kin. */
final class AlterTableBuilder {
  private final SourceText source;

  AlterTableBuilder(SourceText source) {
    this.source = source;
  }

  UtilityStatement alter(AlterTableStmtContext context) {
    if (!(context instanceof AlterRelationContext relation)) {
      return new UnsupportedStatement("ALTER … ALL IN TABLESPACE");
    }
    ObjectKind kind = kind(relation.kind);
    if (kind == null) {
      return new UnsupportedStatement("ALTER FOREIGN TABLE");
    }
    if (!relation.sequenceOptions.isEmpty()) {
      return sequence(relation);
    }
    String table = Words.relation(relation.relation()).name();
    return new AlterTable(
        kind,
        Words.relation(relation.relation()),
        relation.ifExists() != null,
        actions(relation, table));
  }

  private static UtilityStatement sequence(AlterRelationContext context) {
    return new DefinitionStatement.AlterSequence(
        Words.relation(context.relation()),
        context.ifExists() != null,
        SequenceOptionsBuilder.changes(context.sequenceOptions),
        context.sequenceOptions.stream()
            .anyMatch(PostgresParser.SequenceOwnedByContext.class::isInstance));
  }

  private List<Action> actions(AlterRelationContext context, String table) {
    if (context.rename != null) {
      return List.of(rename(context.rename));
    }
    if (context.schema != null) {
      return List.of(new AlterTable.SetSchema(Names.name(context.schema)));
    }
    if (context.partition != null) {
      return List.of(PartitionBuilder.action(context.partition));
    }
    if (context.extension != null) {
      return List.of(new AlterTable.Unsupported("DEPENDS ON EXTENSION"));
    }
    return context.actions.stream().map(action -> action(action, table)).toList();
  }

  /** The kind named; null for foreign tables. */
  static ObjectKind kind(RelationKindContext context) {
    if (context.FOREIGN() != null) {
      return null;
    }
    if (context.MATERIALIZED() != null) {
      return ObjectKind.MATERIALIZED_VIEW;
    }
    if (context.TABLE() != null) {
      return ObjectKind.TABLE;
    }
    if (context.INDEX() != null) {
      return ObjectKind.INDEX;
    }
    return context.SEQUENCE() != null ? ObjectKind.SEQUENCE : ObjectKind.VIEW;
  }

  private static Action rename(RenameActionContext context) {
    if (context instanceof PostgresParser.RenameRelationContext rename) {
      return new AlterTable.Rename(Names.name(rename.newName));
    }
    if (context instanceof PostgresParser.RenameColumnContext rename) {
      return new AlterTable.RenameColumn(Names.name(rename.column), Names.name(rename.newName));
    }
    PostgresParser.RenameConstraintContext rename =
        (PostgresParser.RenameConstraintContext) context;
    return new AlterTable.RenameConstraint(
        Names.name(rename.constraint), Names.name(rename.newName));
  }

  private Action action(AlterTableActionContext context, String table) {
    if (context instanceof PostgresParser.AddColumnContext add) {
      ColumnBuilder builder = new ColumnBuilder(source, table);
      TableElement.Column column = builder.column(add.columnDefinition());
      return new AlterTable.AddColumn(column, builder.constraints(), add.ifNotExists() != null);
    }
    if (context instanceof PostgresParser.AddConstraintContext add) {
      return new AlterTable.AddConstraint(
          new ConstraintBuilder(source).table(add.tableConstraint()),
          ConstraintBuilder.isNotValid(add.tableConstraint()));
    }
    if (context instanceof PostgresParser.AlterColumnContext alter) {
      return alter.column == null
          ? new AlterTable.Unsupported("ALTER of a column by its number")
          : columnAction(Names.name(alter.column), alter.alterColumnAction());
    }
    if (context instanceof PostgresParser.DropColumnContext drop) {
      return new AlterTable.DropColumn(
          Names.name(drop.column),
          drop.ifExists() != null,
          TableBuilder.isCascade(drop.dropBehavior()));
    }
    if (context instanceof PostgresParser.DropConstraintContext drop) {
      return new AlterTable.DropConstraint(
          Names.name(drop.constraint),
          drop.ifExists() != null,
          TableBuilder.isCascade(drop.dropBehavior()));
    }
    if (context instanceof PostgresParser.ValidateConstraintContext validate) {
      return new AlterTable.ValidateConstraint(Names.name(validate.constraint));
    }
    if (context instanceof PostgresParser.TableOwnerContext owner) {
      return new AlterTable.SetOwner(Words.role(owner.owner));
    }
    return isStorage(context)
        ? new AlterTable.SetStorage(null)
        : new AlterTable.Unsupported("ALTER TABLE … " + Words.leading(context, 3));
  }

  private Action columnAction(String column, AlterColumnActionContext context) {
    if (context instanceof PostgresParser.SetDefaultContext set) {
      TableElement.Expression value =
          new TableElement.Expression(
              ExpressionBuilder.expression(set.expr()), source.of(set.expr()));
      return new AlterTable.SetDefault(column, value);
    }
    if (context instanceof PostgresParser.AddIdentityContext add) {
      return new AlterTable.AddIdentity(
          column,
          new TableElement.Identity(
              add.generatedWhen().ALWAYS() != null,
              SequenceOptionsBuilder.options(add.sequenceOption())));
    }
    if (context instanceof PostgresParser.DropIdentityContext drop) {
      return new AlterTable.DropIdentity(column, drop.ifExists() != null);
    }
    if (context instanceof PostgresParser.DropDefaultContext) {
      return new AlterTable.SetDefault(column, null);
    }
    if (context instanceof PostgresParser.SetNotNullContext) {
      return new AlterTable.SetNotNull(column, true);
    }
    if (context instanceof PostgresParser.DropNotNullContext) {
      return new AlterTable.SetNotNull(column, false);
    }
    if (context instanceof PostgresParser.AlterColumnTypeContext type) {
      TableElement.Expression using =
          type.conversion == null
              ? null
              : new TableElement.Expression(
                  ExpressionBuilder.expression(type.conversion), source.of(type.conversion));
      return new AlterTable.SetType(
          column,
          TypeNameBuilder.typeName(type.typeName()),
          type.collation == null ? null : Words.object(type.collation).name(),
          using);
    }
    boolean storage =
        context instanceof PostgresParser.SetStatisticsContext
            || context instanceof PostgresParser.SetColumnOptionsContext
            || context instanceof PostgresParser.ResetColumnOptionsContext
            || context instanceof PostgresParser.SetStorageContext
            || context instanceof PostgresParser.SetCompressionContext;
    return storage
        ? new AlterTable.SetStorage(column)
        : new AlterTable.Unsupported("ALTER COLUMN … " + Words.leading(context, 3));
  }

  /** What concerns PostgreSQL's storage alone. */
  private static boolean isStorage(AlterTableActionContext context) {
    return context instanceof PostgresParser.SetWithoutContext
        || context instanceof PostgresParser.ClusterOnContext
        || context instanceof PostgresParser.SetPersistenceContext
        || context instanceof PostgresParser.SetRelationOptionsContext
        || context instanceof PostgresParser.ResetRelationOptionsContext
        || context instanceof PostgresParser.ReplicaIdentityContext;
  }
}
