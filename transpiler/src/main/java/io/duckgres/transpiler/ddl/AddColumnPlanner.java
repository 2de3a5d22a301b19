package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.tree.PgLiteral;
import java.util.Locale;
import java.util.Set;

/**
 * ADD COLUMN. The engine adds a column with its default, which fills the rows that are there; NOT
 * NULL and constraints follow as statements of their own.
 */
final class AddColumnPlanner {
  /** Types whose values the engine has literals for. */
  private static final Set<PgType> LITERALS =
      Set.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8, PgTypes.TEXT, PgTypes.VARCHAR);

  private final DefinitionContext context;
  private final AlteredTable table;
  private final Steps steps;

  AddColumnPlanner(DefinitionContext context, AlteredTable table, Steps steps) {
    this.context = context;
    this.table = table;
    this.steps = steps;
  }

  void plan(AlterTable.AddColumn action) {
    TableElement.Column column = action.column();
    if (table.attribute(column.name()) != null) {
      if (!action.ifNotExists()) {
        throw alreadyExists(column.name(), table.name());
      }
      steps.notice(
          PgNotice.notice(
              SqlState.DUPLICATE_COLUMN,
              alreadyExists(column.name(), table.name()).getMessage() + ", skipping"));
      return;
    }
    checkCase(column);
    if (column.generation() != null) {
      throw Errors.notSupported(column.start(), "adding a generated column to a table");
    }
    OwnedSequences sequences = new OwnedSequences(context, table.object());
    ColumnPlanner planner = new ColumnPlanner(context, table.name(), sequences);
    ColumnSpec typed = planner.typed(column, table.nextNumber());
    ColumnSpec spec = withExpressions(planner, typed, column);
    steps.addAll(sequences.before());
    if (spec.defaultSql() != null && !isConstant(column, typed)) {
      steps.evaluates(repeats(column, typed));
      addFilled(spec);
    } else {
      steps.add(table.alter() + "ADD COLUMN " + spec.withoutNotNull().sql());
    }
    steps.addAll(sequences.after());
    if (spec.notNull()) {
      steps.add(alterColumn(spec) + "SET NOT NULL");
    }
    table.add(spec.toAttribute(context));
    steps.addAll(context.records().columnChanged(table.schema(), table.name(), spec.toRecord()));
    for (TableConstraint constraint : action.constraints()) {
      new AddConstraintPlanner(context, table, steps)
          .plan(new AlterTable.AddConstraint(constraint, false));
    }
  }

  /** PostgreSQL analyses defaults of ALTER TABLE without the statement's text. */
  private ColumnSpec withExpressions(
      ColumnPlanner planner, ColumnSpec typed, TableElement.Column column) {
    try {
      return planner.withExpressions(typed, column, table.relation());
    } catch (PgException error) {
      throw error.withPosition(0);
    }
  }

  /** Whether the default has the same value all through a transaction; false when in doubt. */
  private boolean repeats(TableElement.Column column, ColumnSpec spec) {
    return column.defaultValue() != null
        && new ColumnExpressions(context)
            .defaultOf(column.defaultValue(), spec.name(), spec.type())
            .repeats();
  }

  /**
   * The engine fills a new column from a default that is no constant by several statements of its
   * own, after which it can't set NOT NULL in the same transaction; a change of type rewrites the
   * column instead.
   */
  private void addFilled(ColumnSpec spec) {
    ColumnSpec bare = spec.withoutNotNull().withDefault(null, null);
    steps.add(table.alter() + "ADD COLUMN " + bare.sql());
    steps.add(
        alterColumn(spec) + "TYPE " + spec.engineType() + " USING (" + spec.defaultSql() + ")");
    steps.add(alterColumn(spec) + "SET DEFAULT (" + spec.defaultSql() + ")");
  }

  /** Whether the default is a constant for the engine too: values of other types are computed. */
  private static boolean isConstant(TableElement.Column column, ColumnSpec typed) {
    return column.defaultValue() != null
        && column.defaultValue().node() instanceof PgLiteral
        && LITERALS.contains(typed.type().type());
  }

  private String alterColumn(ColumnSpec spec) {
    return table.alter() + "ALTER COLUMN " + EngineSql.name(spec.name()) + " ";
  }

  static PgException alreadyExists(String column, String table) {
    return Errors.of(
        SqlState.DUPLICATE_COLUMN,
        "column \"" + column + "\" of relation \"" + table + "\" already exists");
  }

  private void checkCase(TableElement.Column column) {
    String folded = column.name().toLowerCase(Locale.ROOT);
    boolean clash =
        table.relation().attributes().stream()
            .anyMatch(attribute -> attribute.name().toLowerCase(Locale.ROOT).equals(folded));
    if (clash) {
      throw Errors.notSupported(
          column.start(),
          "a column \"" + column.name() + "\" beside one that differs only in case");
    }
  }
}
