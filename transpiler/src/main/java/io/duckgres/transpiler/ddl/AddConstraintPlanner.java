package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.TableConstraint;
import java.util.List;

/** ADD CONSTRAINT, as far as the engine has it: primary keys alone; and DROP CONSTRAINT. */
final class AddConstraintPlanner {
  private final DefinitionContext context;
  private final AlteredTable table;
  private final Steps steps;

  AddConstraintPlanner(DefinitionContext context, AlteredTable table, Steps steps) {
    this.context = context;
    this.table = table;
    this.steps = steps;
  }

  void plan(AlterTable.AddConstraint action) {
    TableConstraint constraint = action.constraint();
    boolean primary = constraint instanceof TableConstraint.Key key && key.primary();
    if (primary && hasPrimaryKey()) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "multiple primary keys for table \"" + table.name() + "\" are not allowed");
    }
    if (constraint instanceof TableConstraint.Key key && primary) {
      key.columns().forEach(table::existing);
    }
    ConstraintPlanner planner = new ConstraintPlanner(context, table.object(), table.relation());
    planner.addAll(List.of(constraint));
    if (!primary) {
      throw ConstraintPlanner.cannotAdd(constraint);
    }
    steps.add(table.alter() + "ADD " + planner.clauses().get(0));
    steps.addAll(
        context.records().constraintAdded(table.schema(), table.name(), planner.records().get(0)));
  }

  void drop(AlterTable.DropConstraint action) {
    List<ConstraintRecord> known = context.catalog().constraintsOf(table.relation());
    boolean missing =
        known != null && known.stream().noneMatch(c -> c.name().equals(action.constraint()));
    if (!missing) {
      throw Errors.notSupported(-1, "dropping a constraint");
    }
    String message =
        "constraint \""
            + action.constraint()
            + "\" of relation \""
            + table.name()
            + "\" does not exist";
    if (!action.ifExists()) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, message);
    }
    steps.notice(PgNotice.skipping(message + ", skipping"));
  }

  private boolean hasPrimaryKey() {
    List<ConstraintRecord> known = context.catalog().constraintsOf(table.relation());
    return known != null
        && known.stream().anyMatch(c -> c.kind() == ConstraintRecord.Kind.PRIMARY_KEY);
  }
}
