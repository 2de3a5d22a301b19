package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.RoutineStatement;
import io.duckgres.transpiler.statement.StatisticsStatement;
import io.duckgres.transpiler.statement.TableStatement;

/** Chooses the planner of a definition. */
final class DefinitionPlanner {
  private final DefinitionContext context;

  DefinitionPlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(DefinitionStatement statement) {
    if (statement instanceof TableStatement.CreateTableAs create) {
      return new CreateTableAsPlanner(context).plan(create);
    }
    if (statement instanceof DefinitionStatement.AlterSequence alter) {
      return new SequencePlanner(context).plan(alter);
    }
    if (statement instanceof TableStatement.CreateMaterializedView create) {
      return new MaterializedViewPlanner(context).plan(create);
    }
    if (statement instanceof TableStatement.Refresh refresh) {
      return new MaterializedViewPlanner(context).plan(refresh);
    }
    if (statement instanceof TableStatement.Truncate truncate) {
      return new TruncatePlanner(context).plan(truncate);
    }
    if (statement instanceof DefinitionStatement.Drop drop) {
      return new DropPlanner(context).plan(drop);
    }
    Steps steps = new Steps();
    add(statement, steps);
    new RoutineUsers(context).record(statement, steps);
    StatementPlan plan = steps.definition(tag(statement), blockRule(statement));
    return statement instanceof TableStatement.CreateTable create
        ? CreateTablePlanner.fleeting(plan, create.onCommit(), create.name().name())
        : plan;
  }

  /** Adds the steps of a definition that has no result of its own. */
  void add(DefinitionStatement statement, Steps steps) {
    if (statement instanceof TableStatement.CreateTable create) {
      new CreateTablePlanner(context).plan(create, steps);
    } else if (statement instanceof TableStatement.CreatePartition create) {
      new PartitionPlanner(context).create(create, steps);
    } else if (statement instanceof AlterTable alter) {
      new AlterTablePlanner(context).plan(alter, steps);
    } else if (statement instanceof DefinitionStatement.CreateView create) {
      new ViewPlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.CreateIndex create) {
      new IndexPlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.CreateSequence create) {
      new SequencePlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.CreateSchema create) {
      new SchemaPlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.CreateEnum create) {
      new EnumPlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.AlterEnum alter) {
      new AlterTypePlanner(context).plan(alter, steps);
    } else if (statement instanceof DefinitionStatement.AlterComposite alter) {
      new AlterTypePlanner(context).plan(alter, steps);
    } else if (statement instanceof DefinitionStatement.CreateComposite create) {
      new CompositePlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.CreateDomain create) {
      new DomainPlanner(context).plan(create, steps);
    } else if (statement instanceof DefinitionStatement.DropAbsent drop) {
      new AbsentPlanner(context).drop(drop, steps);
    } else if (statement instanceof DefinitionStatement.CreateExtension create) {
      new AbsentPlanner(context).create(create, steps);
    } else if (statement instanceof StatisticsStatement statistics) {
      new StatisticsPlanner(context).plan(statistics, steps);
    } else if (statement instanceof RoutineStatement routine) {
      routine(routine, steps);
    } else if (statement instanceof DefinitionStatement.AlterOwner alter) {
      new OwnerPlanner(context).plan(alter);
    } else {
      new CommentPlanner(context).plan((DefinitionStatement.Comment) statement, steps);
    }
  }

  private void routine(RoutineStatement statement, Steps steps) {
    if (statement instanceof RoutineStatement.Create create) {
      new RoutinePlanner(context).plan(create, steps);
    } else if (statement instanceof RoutineStatement.Drop drop) {
      new RoutineChanges(context).drop(drop, steps);
    } else if (statement instanceof RoutineStatement.Alter alter) {
      new RoutineChanges(context).alter(alter, steps);
    } else {
      new RoutineChanges(context).comment((RoutineStatement.Comment) statement, steps);
    }
  }

  private static String tag(DefinitionStatement statement) {
    if (statement instanceof RoutineStatement routine) {
      return RoutineChanges.tag(routine);
    }
    if (statement instanceof StatisticsStatement statistics) {
      return StatisticsPlanner.tag(statistics);
    }
    if (statement instanceof TableStatement) {
      return "CREATE TABLE";
    }
    if (statement instanceof AlterTable alter) {
      return "ALTER " + alter.kind().sql();
    }
    if (statement instanceof DefinitionStatement.AlterOwner alter) {
      return "ALTER " + alter.kind().sql();
    }
    if (statement instanceof DefinitionStatement.DropAbsent drop) {
      return drop.tag();
    }
    if (statement instanceof DefinitionStatement.CreateExtension) {
      return "CREATE EXTENSION";
    }
    if (statement instanceof DefinitionStatement.AlterEnum
        || statement instanceof DefinitionStatement.AlterComposite) {
      return "ALTER TYPE";
    }
    if (statement instanceof DefinitionStatement.CreateView) {
      return "CREATE VIEW";
    }
    if (statement instanceof DefinitionStatement.CreateIndex) {
      return "CREATE INDEX";
    }
    if (statement instanceof DefinitionStatement.CreateSequence) {
      return "CREATE SEQUENCE";
    }
    if (statement instanceof DefinitionStatement.CreateSchema) {
      return "CREATE SCHEMA";
    }
    if (statement instanceof DefinitionStatement.CreateDomain) {
      return "CREATE DOMAIN";
    }
    return statement instanceof DefinitionStatement.CreateEnum
            || statement instanceof DefinitionStatement.CreateComposite
        ? "CREATE TYPE"
        : "COMMENT";
  }

  private static BlockRule blockRule(DefinitionStatement statement) {
    return statement instanceof DefinitionStatement.CreateIndex create && create.concurrently()
        ? BlockRule.outside("CREATE INDEX CONCURRENTLY")
        : BlockRule.ANYWHERE;
  }
}
