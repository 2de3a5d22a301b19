package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.StoredContext;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ChangedCatalog;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.TableStatement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * ATTACH and DETACH PARTITION: the rows move between the partitioned table and one of their own.
 */
final class PartitionMoves {
  private static final String ROWS = "temp.main.duckgres_moved";

  private final DefinitionContext context;

  PartitionMoves(DefinitionContext context) {
    this.context = context;
  }

  /** The catalog without a relation that is about to be another. */
  private DefinitionContext without(Relation relation) {
    return new DefinitionContext(
        new StoredContext(
            context.session(),
            new ChangedCatalog(context.catalog(), relation, null, Map.of()),
            context.session().searchPath()),
        context.analysis(),
        context.changes());
  }

  /**
   * @param remove adds the steps by which the partition goes with its rows
   */
  void detach(Relation partition, Relation parent, Runnable remove, Steps steps) {
    steps.add(
        "CREATE TEMP TABLE "
            + ROWS
            + " AS SELECT * FROM "
            + EngineSql.name(partition.engineName()));
    remove.run();
    new CreateTablePlanner(without(partition))
        .plan(
            new TableStatement.CreateTable(
                new ObjectName(List.of(partition.schema(), partition.name()), -1),
                false,
                false,
                List.of(
                    new TableElement.Like(
                        new ObjectName(List.of(parent.schema(), parent.name()), -1),
                        EnumSet.allOf(TableElement.LikeOption.class))),
                List.of(),
                null,
                null),
            steps);
    String columns = columns(parent);
    steps.add(
        "INSERT INTO "
            + EngineSql.name(partition.engineName())
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + ROWS);
    steps.add("DROP TABLE " + ROWS);
  }

  /** Columns that are stored. */
  private static String columns(Relation relation) {
    return relation.attributes().stream()
        .filter(attribute -> !attribute.generated())
        .map(attribute -> EngineSql.name(attribute.name()))
        .collect(Collectors.joining(", "));
  }

  void checkAttachable(Relation table, Relation parent) {
    if (table.kind() == Relation.Kind.PARTITION) {
      throw Errors.of(
          SqlState.WRONG_OBJECT_TYPE, "\"" + table.name() + "\" is already a partition");
    }
    if (table.kind() != Relation.Kind.TABLE
        || context.catalog().partitions().table(table.schema(), table.name()) != null) {
      throw PgException.notSupported("attaching this relation as a partition");
    }
    for (Attribute column : table.attributes()) {
      if (parent.attribute(column.name()) == null) {
        throw Errors.of(
            SqlState.DATATYPE_MISMATCH,
            "table \""
                + table.name()
                + "\" contains column \""
                + column.name()
                + "\" not found in parent \""
                + parent.name()
                + "\"");
      }
    }
    for (Attribute column : parent.attributes()) {
      Attribute own = table.attribute(column.name());
      if (own == null) {
        throw Errors.of(
            SqlState.DATATYPE_MISMATCH, "child table is missing column \"" + column.name() + "\"");
      }
      if (!column.declaredType().equals(own.declaredType()) || column.typmod() != own.typmod()) {
        throw Errors.of(
            SqlState.DATATYPE_MISMATCH,
            "child table \""
                + table.name()
                + "\" has different type for column \""
                + column.name()
                + "\"");
      }
    }
    checkKeys(table, parent);
    Dependents dependents = new Dependents(context);
    dependents.of(table);
    boolean refers =
        !ForeignKeyGraph.of(context.catalog()).of(table.schema(), table.name()).isEmpty();
    if (!dependents.isEmpty() || refers) {
      throw PgException.notSupported(
          "attaching a table that other objects depend on, or with foreign keys");
    }
  }

  /** Rows are unique in the whole table or nowhere. */
  private void checkKeys(Relation table, Relation parent) {
    List<List<String>> keys =
        TableRebuild.stored(context, parent).constraints().stream()
            .filter(PartitionMoves::isUnique)
            .map(constraint -> constraint.record().columns())
            .toList();
    for (StoredTable.Constraint constraint : TableRebuild.stored(context, table).constraints()) {
      if (isUnique(constraint) && !keys.contains(constraint.record().columns())) {
        throw PgException.notSupported("a unique constraint of a partition alone");
      }
    }
  }

  private static boolean isUnique(StoredTable.Constraint constraint) {
    char kind = constraint.record().kind().code();
    return kind == 'p' || kind == 'u';
  }

  /**
   * @param add adds the steps that make the view, in a catalog that has no relation of its name
   */
  void attach(Relation table, Relation parent, Consumer<DefinitionContext> add, Steps steps) {
    String columns = columns(parent);
    steps.add(
        "CREATE TEMP TABLE "
            + ROWS
            + " AS SELECT "
            + columns
            + " FROM "
            + EngineSql.name(table.engineName()));
    steps.add("DROP TABLE " + EngineSql.name(table.engineName()));
    steps.addAll(context.records().relationDropped(table.schema(), table.name()));
    DropPlanner.dropOwned(context, table, null, steps);
    add.accept(without(table));
    steps.add(
        "INSERT INTO "
            + EngineSql.name(parent.engineName())
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + ROWS);
    steps.add("DROP TABLE " + ROWS);
  }
}
