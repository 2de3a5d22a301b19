package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.tree.ExpressionType;

/**
 * ALTER COLUMN … ADD GENERATED … AS IDENTITY and DROP IDENTITY.
 *
 * <p>Source: {@code src/backend/commands/tablecmds.c} (ATExecAddIdentity, ATExecDropIdentity).
 */
final class IdentityPlanner {
  private final DefinitionContext context;
  private final AlteredTable table;
  private final Steps steps;

  IdentityPlanner(DefinitionContext context, AlteredTable table, Steps steps) {
    this.context = context;
    this.table = table;
    this.steps = steps;
  }

  void add(AlterTable.AddIdentity action) {
    Attribute column = table.existing(action.column());
    if (!column.notNull()) {
      throw refused(column, "must be declared NOT NULL before identity can be added");
    }
    if (column.identity() != null) {
      throw refused(column, "is already an identity column");
    }
    if (column.defaultExpression() != null) {
      throw refused(column, "already has a default value");
    }
    char identity = action.identity().always() ? 'a' : 'd';
    OwnedSequences sequences = new OwnedSequences(context, table.object());
    ColumnSpec spec =
        sequences.addTo(
            new ColumnSpec(
                column.number(),
                column.name(),
                ExpressionType.ofValues(column),
                column.engineType(),
                true,
                null,
                null,
                null,
                identity),
            action.identity().options());
    steps.addAll(sequences.before());
    steps.add(alter(column) + "SET DEFAULT (" + spec.defaultSql() + ")");
    steps.addAll(sequences.after());
    changed(column, column.withDefault(spec.defaultSql()).withIdentity(identity));
  }

  void drop(AlterTable.DropIdentity action) {
    Attribute column = table.existing(action.column());
    if (column.identity() == null) {
      if (!action.ifExists()) {
        throw refused(column, "is not an identity column");
      }
      steps.notice(
          PgNotice.skipping(
              "column \""
                  + column.name()
                  + "\" of relation \""
                  + table.name()
                  + "\" is not an identity column, skipping"));
      return;
    }
    steps.add(alter(column) + "DROP DEFAULT");
    changed(column, column.withDefault(null).withIdentity(null));
    DropPlanner.dropOwned(context, table.relation(), column.name(), steps);
  }

  private String alter(Attribute column) {
    return table.alter() + "ALTER COLUMN " + EngineSql.name(column.name()) + " ";
  }

  private void changed(Attribute before, Attribute after) {
    table.replace(before, after);
    steps.addAll(
        context
            .records()
            .columnChanged(table.schema(), table.name(), ColumnRecord.of(after, null)));
  }

  private io.duckgres.pgtype.PgException refused(Attribute column, String why) {
    return Errors.of(
        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
        "column \"" + column.name() + "\" of relation \"" + table.name() + "\" " + why);
  }
}
