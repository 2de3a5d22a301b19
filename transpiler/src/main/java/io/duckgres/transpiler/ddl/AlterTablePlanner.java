package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.AlterTable.Action;
import io.duckgres.transpiler.statement.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ALTER TABLE and its kin: each action is an engine statement of its own.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-altertable.html">ALTER TABLE</a>
 */
final class AlterTablePlanner {
  private final DefinitionContext context;

  AlterTablePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(AlterTable statement, Steps steps) {
    Relation relation = context.lookup().relation(statement.name());
    if (relation == null) {
      if (!statement.ifExists()) {
        throw context.lookup().missing(statement.name(), -1);
      }
      steps.notice(
          PgNotice.skipping(
              "relation \"" + statement.name().name() + "\" does not exist, skipping"));
      return;
    }
    checkKind(statement.kind(), relation);
    if (relation.kind() == Relation.Kind.PARTITION) {
      alterPartition(statement, relation);
      return;
    }
    StoredTable stored = TableRebuild.stored(context, relation);
    AlteredTable table =
        new AlteredTable(
            relation,
            stored,
            ForeignKeyGraph.of(context.catalog()).of(relation.schema(), relation.name()));
    Steps actions = new Steps();
    for (Action action : AlterPass.sorted(statement.actions())) {
      add(action, table, relation, actions);
    }
    boolean indexed =
        !stored.indexes().isEmpty() && statement.actions().stream().anyMatch(this::minds);
    IndexRecreation indexes = new IndexRecreation(stored, table.object());
    if (indexed) {
      steps.addAll(indexes.before());
      if (stored.indexes().stream().anyMatch(StoredTable.Index::unique)) {
        // The engine keeps the name of a dropped unique index with its table until the transaction
        // ends; a new table knows nothing of it.
        steps.addAll(
            new TableRebuild(context, table.object(), stored)
                .statements(relation.attributes(), stored.constraints(), Map.of()));
      }
    }
    steps.addAll(actions);
    partitions(statement, relation, table, steps);
    if (indexed) {
      Action only = statement.actions().get(0);
      String name = only instanceof AlterTable.Rename rename ? rename.newName() : table.name();
      List<String> renamed =
          only instanceof AlterTable.RenameColumn rename
              ? List.of(rename.column(), rename.newName())
              : null;
      List<String> columns = new ArrayList<>();
      List<String> constraints = new ArrayList<>();
      for (Action action : statement.actions()) {
        if (action instanceof AlterTable.DropColumn drop) {
          columns.add(drop.column());
        } else if (action instanceof AlterTable.DropConstraint drop) {
          constraints.add(drop.constraint());
        }
      }
      steps.addAll(
          indexes.after(
              table.relation(name, renamed), columns, constraints, renamed, context.records()));
    }
  }

  /** A partition has nothing of its own but an owner. */
  private void alterPartition(AlterTable statement, Relation partition) {
    for (Action action : statement.actions()) {
      if (!(action instanceof AlterTable.SetOwner owner)) {
        throw PgException.notSupported("ALTER TABLE of a partition");
      }
      Roles.checkExists(owner.owner(), context);
    }
  }

  /** Whether the engine refuses the action on a table with indexes. */
  private boolean minds(Action action) {
    return !(action instanceof AlterTable.SetDefault
        || action instanceof AlterTable.SetOwner
        || action instanceof AlterTable.SetStorage
        || action instanceof AlterTable.RenameConstraint
        || action instanceof AlterTable.ValidateConstraint
        || action instanceof AlterTable.AddIdentity
        || action instanceof AlterTable.DropIdentity
        || action instanceof AlterTable.AttachPartition
        || action instanceof AlterTable.DetachPartition
        || action instanceof AlterTable.SetSchema);
  }

  /** Partitions show the columns that their table has now. */
  private void partitions(
      AlterTable statement, Relation relation, AlteredTable table, Steps steps) {
    boolean partitioned =
        relation.kind() == Relation.Kind.TABLE
            && context.catalog().partitions().table(relation.schema(), relation.name()) != null;
    if (!partitioned) {
      return;
    }
    boolean columns = false;
    for (Action action : statement.actions()) {
      if (action instanceof AlterTable.DropColumn drop) {
        new PartitionPlanner(context).checkColumn(relation, drop.column());
      }
      if (action instanceof AlterTable.SetType || action instanceof AlterTable.AddIdentity) {
        throw PgException.notSupported("this ALTER of a partitioned table");
      }
      columns |= action instanceof AlterTable.AddColumn || action instanceof AlterTable.DropColumn;
    }
    if (columns) {
      new PartitionPlanner(context).columnsChanged(relation, table.relation(), steps);
    }
  }

  private void add(Action action, AlteredTable table, Relation relation, Steps steps) {
    if (action instanceof AlterTable.Unsupported unsupported) {
      throw Errors.notSupported(-1, unsupported.feature());
    }
    if (action instanceof AlterTable.RenameColumn || action instanceof AlterTable.DropColumn) {
      StatisticsPlanner.refuseExpressions(context, relation);
    }
    if (action instanceof AlterTable.SetOwner owner) {
      Roles.checkExists(owner.owner(), context);
    } else if (action instanceof AlterTable.Rename rename) {
      rename(rename, table, relation, steps);
    } else if (action instanceof AlterTable.AttachPartition attach) {
      new PartitionPlanner(context).attach(attach.partition(), attach.bound(), relation, steps);
    } else if (action instanceof AlterTable.DetachPartition detach) {
      new PartitionPlanner(context).detach(detach.partition(), relation, steps);
    } else if (action instanceof AlterTable.SetSchema move) {
      setSchema(move, relation);
    } else if (action instanceof AlterTable.SetStorage storage) {
      if (storage.column() != null) {
        table.existing(storage.column());
      }
    } else if (relation.kind() == Relation.Kind.TABLE) {
      addToTable(action, table, steps);
    } else if (relation.kind() == Relation.Kind.VIEW
        && action instanceof AlterTable.RenameColumn rename) {
      renameColumnOfView(rename, table, relation, steps);
    } else {
      throw notPossible(action, relation);
    }
  }

  /** Source: {@code tablecmds.c} (alter_table_type_to_string, ATSimplePermissions). */
  private static PgException notPossible(Action action, Relation relation) {
    String name = null;
    if (action instanceof AlterTable.AddColumn) {
      name = "ADD COLUMN";
    } else if (action instanceof AlterTable.DropColumn) {
      name = "DROP COLUMN";
    } else if (action instanceof AlterTable.SetType) {
      name = "ALTER COLUMN ... SET DATA TYPE";
    } else if (action instanceof AlterTable.SetNotNull set) {
      name = "ALTER COLUMN ... " + (set.notNull() ? "SET" : "DROP") + " NOT NULL";
    } else if (action instanceof AlterTable.AddConstraint) {
      name = "ADD CONSTRAINT";
    } else if (action instanceof AlterTable.DropConstraint) {
      name = "DROP CONSTRAINT";
    }
    if (name == null) {
      return PgException.notSupported("this ALTER of " + RelationKinds.of(relation).withArticle());
    }
    return Errors.of(
            SqlState.WRONG_OBJECT_TYPE,
            "ALTER action " + name + " cannot be performed on relation \"" + relation.name() + "\"")
        .withDetail(RelationKinds.operationNotSupported(relation));
  }

  private void addToTable(Action action, AlteredTable table, Steps steps) {
    AlterColumnPlanner columns = new AlterColumnPlanner(context, table, steps);
    if (action instanceof AlterTable.AddColumn add) {
      new AddColumnPlanner(context, table, steps).plan(add);
    } else if (action instanceof AlterTable.DropColumn drop) {
      columns.drop(drop);
    } else if (action instanceof AlterTable.SetType set) {
      columns.setType(set);
    } else if (action instanceof AlterTable.SetDefault set) {
      columns.setDefault(set);
    } else if (action instanceof AlterTable.SetNotNull set) {
      columns.setNotNull(set);
    } else if (action instanceof AlterTable.RenameColumn rename) {
      renameColumn(rename, table, steps);
    } else if (action instanceof AlterTable.AddIdentity add) {
      new IdentityPlanner(context, table, steps).add(add);
    } else if (action instanceof AlterTable.DropIdentity drop) {
      new IdentityPlanner(context, table, steps).drop(drop);
    } else if (action instanceof AlterTable.ValidateConstraint validate) {
      new AddConstraintPlanner(context, table, steps).validate(validate.constraint());
    } else if (action instanceof AlterTable.AddConstraint add) {
      new AddConstraintPlanner(context, table, steps).plan(add);
    } else if (action instanceof AlterTable.DropConstraint drop) {
      new AddConstraintPlanner(context, table, steps).drop(drop);
    } else {
      new AddConstraintPlanner(context, table, steps).rename((AlterTable.RenameConstraint) action);
    }
  }

  /** ALTER TABLE is for all kinds, the others are for their own. */
  private static void checkKind(ObjectKind kind, Relation relation) {
    if (ObjectLookup.isSystem(relation.schema())) {
      throw Errors.of(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + relation.name() + "\" is a system catalog");
    }
    if (kind != ObjectKind.TABLE && RelationKinds.of(relation) != kind) {
      throw RelationKinds.wrongKind(kind, relation);
    }
  }

  private void rename(
      AlterTable.Rename rename, AlteredTable table, Relation relation, Steps steps) {
    if (context.catalog().relation(relation.schema(), rename.newName()) != null) {
      throw Errors.relationExists(rename.newName());
    }
    if (relation.kind() == Relation.Kind.INDEX) {
      renameIndex(relation, rename.newName(), steps);
      return;
    }
    if (relation.kind() == Relation.Kind.SEQUENCE) {
      throw Errors.notSupported(-1, "renaming " + RelationKinds.of(relation).withArticle());
    }
    steps.add(table.alter() + "RENAME TO " + EngineSql.name(rename.newName()));
    steps.addAll(context.records().relationRenamed(table.schema(), table.name(), rename.newName()));
    new ViewRewrites(context)
        .renamed(relation, RenamedRelations.named(relation, rename.newName()), steps);
  }

  /** An index is created anew by another name; one behind a constraint is the constraint's. */
  private void renameIndex(Relation index, String newName, Steps steps) {
    Relation table = context.catalog().indexedTable(index);
    if (table == null) {
      throw Errors.notSupported(-1, "renaming this index");
    }
    StoredTable stored = TableRebuild.stored(context, table);
    if (stored.constraint(index.name()) != null) {
      AlteredTable altered = new AlteredTable(table, stored, List.of());
      new AddConstraintPlanner(context, altered, steps)
          .rename(new AlterTable.RenameConstraint(index.name(), newName));
      return;
    }
    NewObject object = new NewObject(table.schema(), table.name(), table.engineName());
    for (StoredTable.Index found : stored.indexes()) {
      if (found.name().equals(index.name())) {
        steps.add("DROP INDEX " + EngineSql.name(found.engineName()));
        steps.addAll(IndexRecreation.create(found, object, newName));
      }
    }
    steps.addAll(context.records().indexRenamed(index.schema(), index.name(), newName));
  }

  private void setSchema(AlterTable.SetSchema move, Relation relation) {
    if (!context.catalog().hasSchema(move.schema())) {
      throw Errors.of(
          SqlState.INVALID_SCHEMA_NAME, "schema \"" + move.schema() + "\" does not exist");
    }
    if (!move.schema().equals(relation.schema())) {
      throw Errors.notSupported(-1, "ALTER … SET SCHEMA");
    }
  }

  private void renameColumn(AlterTable.RenameColumn rename, AlteredTable table, Steps steps) {
    Attribute before = table.attribute(rename.column());
    if (before == null) {
      throw Errors.of(
          SqlState.UNDEFINED_COLUMN, "column \"" + rename.column() + "\" does not exist");
    }
    if (table.attribute(rename.newName()) != null) {
      throw AddColumnPlanner.alreadyExists(rename.newName(), table.name());
    }
    steps.add(
        table.alter()
            + "RENAME COLUMN "
            + EngineSql.name(rename.column())
            + " TO "
            + EngineSql.name(rename.newName()));
    steps.addAll(
        context
            .records()
            .columnRenamed(table.schema(), table.name(), rename.column(), rename.newName()));
    new ViewRewrites(context)
        .renamed(
            table.relation(),
            RenamedRelations.column(table.relation(), rename.column(), rename.newName()),
            steps);
    new PartitionPlanner(context)
        .columnRenamed(
            table.relation(),
            RenamedRelations.column(table.relation(), rename.column(), rename.newName()),
            rename.column(),
            rename.newName(),
            steps);
  }

  private void renameColumnOfView(
      AlterTable.RenameColumn rename, AlteredTable table, Relation view, Steps steps) {
    if (view.attribute(rename.column()) == null) {
      throw Errors.of(
          SqlState.UNDEFINED_COLUMN, "column \"" + rename.column() + "\" does not exist");
    }
    if (view.attribute(rename.newName()) != null) {
      throw AddColumnPlanner.alreadyExists(rename.newName(), view.name());
    }
    steps.addAll(
        context
            .records()
            .columnRenamed(table.schema(), table.name(), rename.column(), rename.newName()));
    new ViewRewrites(context)
        .columnsRenamed(
            view, RenamedRelations.column(view, rename.column(), rename.newName()), steps);
  }
}
