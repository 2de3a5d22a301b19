package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.PartitionBounds;
import io.duckgres.transpiler.catalog.PartitionedTable;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.QuotedIdentifiers;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.ShownText;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableStatement;
import io.duckgres.transpiler.statement.TableStatement.Bound;
import io.duckgres.transpiler.statement.TableStatement.PartitionBy;
import io.duckgres.transpiler.statement.TableStatement.PartitionKey;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Partitioned tables: the engine has one table with the rows of all partitions, which are views of
 * it, each with its bound as its condition.
 *
 * <p>Source of checks: {@code src/backend/partitioning/partbounds.c} (check_new_partition_bound)
 * and {@code src/backend/commands/tablecmds.c} (transformPartitionSpec).
 *
 * @see <a href="https://www.postgresql.org/docs/17/ddl-partitioning.html">Table Partitioning</a>
 */
final class PartitionPlanner {
  private final DefinitionContext context;

  PartitionPlanner(DefinitionContext context) {
    this.context = context;
  }

  /** Notes how a table just planned is partitioned. */
  void partition(PartitionBy by, Relation table, List<ConstraintRecord> constraints, Steps steps) {
    if (by.strategy().equals("hash")) {
      throw Errors.notSupported(-1, "PARTITION BY HASH");
    }
    if (!by.strategy().equals("range") && !by.strategy().equals("list")) {
      throw Errors.of(
          SqlState.INVALID_PARAMETER_VALUE,
          "unrecognized partitioning strategy \"" + by.strategy() + "\"");
    }
    if (by.strategy().equals("list") && by.keys().size() > 1) {
      throw Errors.of(
          SqlState.INVALID_OBJECT_DEFINITION,
          "cannot use \"list\" partition strategy with more than one column");
    }
    List<String> keys = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (PartitionKey key : by.keys()) {
      if (key.column() != null && table.attribute(key.column()) == null) {
        throw Errors.at(
            key.start(),
            SqlState.UNDEFINED_COLUMN,
            "column \"" + key.column() + "\" named in partition key does not exist");
      }
      columns.add(key.column() == null ? "" : key.column());
      keys.add(key.column() == null ? text(key, table) : QuotedIdentifiers.quote(key.column()));
    }
    checkKeys(table, columns, constraints);
    steps.addAll(
        context
            .records()
            .partitioned(
                new PartitionedTable(
                    table.schema(), table.name(), by.strategy().charAt(0), keys, columns)));
  }

  private String text(PartitionKey key, Relation table) {
    EngineExpression expression =
        context.analysis().expression(key.expression(), ExpressionPlace.INDEX, table, null);
    return ShownText.plain(expression.shownOr("(" + key.text() + ")"));
  }

  private static void checkKeys(
      Relation table, List<String> columns, List<ConstraintRecord> constraints) {
    for (ConstraintRecord constraint : constraints) {
      char kind = constraint.kind().code();
      if (kind != 'p' && kind != 'u') {
        continue;
      }
      for (String column : columns) {
        if (!constraint.columns().contains(column)) {
          throw Errors.of(
                  SqlState.FEATURE_NOT_SUPPORTED,
                  "unique constraint on partitioned table must include all partitioning columns")
              .withDetail(
                  (kind == 'p' ? "PRIMARY KEY" : "UNIQUE")
                      + " constraint on table \""
                      + table.name()
                      + "\" lacks column \""
                      + column
                      + "\" which is part of the partition key.");
        }
      }
    }
  }

  void create(TableStatement.CreatePartition statement, Steps steps) {
    NewObject object = context.lookup().creation(statement.name().withoutPosition(), false);
    if (context.catalog().relation(object.schema(), object.name()) != null) {
      if (statement.ifNotExists()) {
        steps.notice(CreateTablePlanner.alreadyExists(object.name()));
        return;
      }
      throw Errors.relationExists(object.name());
    }
    Relation parent = context.lookup().existing(statement.parent().withoutPosition());
    Partition partition = bound(object.schema(), object.name(), parent, statement.bound());
    checkBound(partition, parent, context.catalog().partitions(), steps);
    add(partition, parent, context, steps);
  }

  /**
   * Adds a partition.
   *
   * @param without the context in which there is no relation of its name
   */
  private void add(Partition partition, Relation parent, DefinitionContext without, Steps steps) {
    Partitions after = context.catalog().partitions().with(partition);
    view(partition, parent, after, without, steps);
    steps.addAll(context.records().partitionAdded(partition));
    rewriteDefault(partition, parent, after, steps);
  }

  private void checkBound(Partition partition, Relation parent, Partitions all, Steps steps) {
    String name = "partition \"" + partition.name() + "\"";
    if (partition.kind() == 'r') {
      steps.add(
          raise(
              "[42P17] empty range bound specified for " + name,
              "SELECT 1 AS one WHERE " + PartitionBounds.empty(partition)));
    }
    for (Partition sibling : all.of(parent.schema(), parent.name())) {
      if (sibling.isDefault() && partition.isDefault()) {
        throw Errors.of(
            SqlState.INVALID_OBJECT_DEFINITION,
            name + " conflicts with existing default partition \"" + sibling.name() + "\"");
      }
      if (sibling.isDefault()) {
        steps.add(
            raise(
                "[23514] updated partition constraint for default partition \""
                    + sibling.name()
                    + "\" would be violated by some row",
                select(List.of("1 AS one"), parent, all.with(partition).condition(partition))));
      } else if (!partition.isDefault()) {
        steps.add(
            raise(
                "[42P17] " + name + " would overlap partition \"" + sibling.name() + "\"",
                "SELECT 1 AS one WHERE " + PartitionBounds.overlap(partition, sibling)));
      }
    }
  }

  /** A statement that fails when a query, in PostgreSQL's words, has a row. */
  private String raise(String error, String query) {
    return "SELECT error("
        + EngineSql.literal(error)
        + ") FROM ("
        + context.analysis().engineQuery(query, context.session().searchPath(), context.catalog())
        + ") LIMIT 1";
  }

  private void view(
      Partition partition, Relation parent, Partitions all, DefinitionContext in, Steps steps) {
    String text = text(parent, all.condition(partition));
    new ViewPlanner(in)
        .plan(
            new DefinitionStatement.CreateView(
                new ObjectName(List.of(partition.schema(), partition.name()), -1),
                false,
                false,
                List.of(),
                RoutineText.statements(text).get(0),
                text,
                null),
            steps);
  }

  /** The query of a partition. */
  private static String text(Relation parent, String condition) {
    return select(
        parent.attributes().stream()
            .map(attribute -> QuotedIdentifiers.quote(attribute.name()))
            .toList(),
        parent,
        condition);
  }

  private static String select(List<String> items, Relation table, String condition) {
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + QuotedIdentifiers.quote(table.schema())
        + "."
        + QuotedIdentifiers.quote(table.name())
        + " WHERE "
        + condition;
  }

  /** The default partition has what the others don't. */
  private void rewriteDefault(Partition changed, Relation parent, Partitions after, Steps steps) {
    for (Partition sibling : after.of(parent.schema(), parent.name())) {
      if (sibling.isDefault() && !sibling.equals(changed)) {
        Relation view = context.catalog().relation(sibling.schema(), sibling.name());
        new ViewRewrites(context)
            .rewritten(view, text(parent, after.condition(sibling)), context.catalog(), steps);
      }
    }
  }

  /** A column of a partitioned table gets another name: it does so in its partitions. */
  void columnRenamed(Relation before, Relation after, String from, String to, Steps steps) {
    Partitions all = context.catalog().partitions();
    PartitionedTable table = all.table(before.schema(), before.name());
    if (table == null) {
      return;
    }
    if (table.columns().contains("")) {
      throw PgException.notSupported("renaming a column of a table partitioned by an expression");
    }
    columnsChanged(before, after, all.with(table.renamed(from, to)), steps);
  }

  /** The columns of a partitioned table have changed: its partitions show them too. */
  void columnsChanged(Relation before, Relation after, Steps steps) {
    columnsChanged(before, after, context.catalog().partitions(), steps);
  }

  private void columnsChanged(Relation before, Relation after, Partitions all, Steps steps) {
    for (Partition partition : all.of(before.schema(), before.name())) {
      Relation view = context.catalog().relation(partition.schema(), partition.name());
      new ViewRewrites(context)
          .recreated(view, before, after, text(after, all.condition(partition)), steps);
    }
  }

  private Partition bound(String schema, String name, Relation parent, Bound bound) {
    Partitions all = context.catalog().partitions();
    PartitionedTable table = all.table(parent.schema(), parent.name());
    if (table == null) {
      throw Errors.of(SqlState.WRONG_OBJECT_TYPE, "\"" + parent.name() + "\" is not partitioned");
    }
    if (bound.kind() != 'd' && bound.kind() != table.strategy()) {
      throw Errors.at(
          bound.start(),
          SqlState.INVALID_TABLE_DEFINITION,
          "invalid bound specification for a "
              + (table.strategy() == 'l' ? "list" : "range")
              + " partition");
    }
    List<PgType> types = types(table, parent);
    PartitionConstants constants = new PartitionConstants(context);
    if (bound.kind() == 'r'
        && (bound.values().size() != types.size() || bound.to().size() != types.size())) {
      boolean from = bound.values().size() != types.size();
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          (from ? "FROM" : "TO") + " must specify exactly one value per partitioning column");
    }
    List<String> values = new ArrayList<>();
    List<String> upper = new ArrayList<>();
    for (int i = 0; i < bound.values().size(); i++) {
      values.add(constants.of(bound.values().get(i), types.get(bound.kind() == 'l' ? 0 : i)));
    }
    for (int i = 0; i < bound.to().size(); i++) {
      upper.add(constants.of(bound.to().get(i), types.get(i)));
    }
    return new Partition(
        schema,
        name,
        parent.schema(),
        parent.name(),
        bound.kind(),
        values,
        upper,
        shown(bound.kind(), values, upper));
  }

  private static String shown(char kind, List<String> values, List<String> upper) {
    if (kind == 'd') {
      return "DEFAULT";
    }
    String first =
        values.stream().map(PartitionConstants::shown).collect(Collectors.joining(", ", "(", ")"));
    return kind == 'l'
        ? "FOR VALUES IN " + first
        : "FOR VALUES FROM "
            + first
            + " TO "
            + upper.stream()
                .map(PartitionConstants::shown)
                .collect(Collectors.joining(", ", "(", ")"));
  }

  private List<PgType> types(PartitionedTable table, Relation parent) {
    List<PgType> types = new ArrayList<>();
    for (int i = 0; i < table.keys().size(); i++) {
      String column = table.columns().get(i);
      types.add(
          column.isEmpty()
              ? context
                  .analysis()
                  .expression(
                      RoutineText.expression(table.keys().get(i)),
                      ExpressionPlace.INDEX,
                      parent,
                      null)
                  .type()
                  .type()
              : parent.attribute(column).type());
    }
    return types;
  }

  /** DROP TABLE of a partition: its rows go, then the view. */
  void drop(Relation relation, Steps steps) {
    remove(relation, true, steps);
  }

  /** DROP TABLE of a partitioned table: its partitions go with it. */
  void dropAll(Relation table, Steps steps) {
    for (Partition partition : context.catalog().partitions().of(table.schema(), table.name())) {
      Relation relation = context.catalog().relation(partition.schema(), partition.name());
      if (relation != null) {
        steps.add("DROP VIEW " + EngineSql.name(relation.engineName()));
        steps.addAll(context.records().relationDropped(relation.schema(), relation.name()));
      }
    }
  }

  private void remove(Relation relation, boolean rows, Steps steps) {
    Partitions all = context.catalog().partitions();
    Partition partition = all.partition(relation.schema(), relation.name());
    Relation parent = context.catalog().relation(partition.parentSchema(), partition.parent());
    if (rows) {
      delete(relation, steps);
    }
    steps.add("DROP VIEW " + EngineSql.name(relation.engineName()));
    steps.addAll(context.records().relationDropped(relation.schema(), relation.name()));
    steps.addAll(context.records().partitionRemoved(partition));
    rewriteDefault(partition, parent, all.without(partition), steps);
  }

  /** Deletes the rows of a partition. */
  void delete(Relation relation, Steps steps) {
    Partitions all = context.catalog().partitions();
    Partition partition = all.partition(relation.schema(), relation.name());
    Relation parent = context.catalog().relation(partition.parentSchema(), partition.parent());
    if (!ForeignKeyGraph.of(context.catalog())
        .referencing(parent.schema(), parent.name())
        .isEmpty()) {
      throw PgException.notSupported("dropping a partition of a table that foreign keys refer to");
    }
    EngineExpression condition =
        context
            .analysis()
            .expression(
                RoutineText.expression(all.condition(partition)),
                ExpressionPlace.USING,
                parent,
                ExpressionType.of(PgTypes.BOOL));
    steps.add("DELETE FROM " + EngineSql.name(parent.engineName()) + " WHERE " + condition.sql());
  }

  void detach(ObjectName name, Relation parent, Steps steps) {
    Relation relation = context.lookup().existing(name.withoutPosition());
    Partition partition =
        context.catalog().partitions().partition(relation.schema(), relation.name());
    if (partition == null
        || !partition.parentSchema().equals(parent.schema())
        || !partition.parent().equals(parent.name())) {
      throw Errors.of(
          SqlState.UNDEFINED_TABLE,
          "relation \""
              + relation.name()
              + "\" is not a partition of relation \""
              + parent.name()
              + "\"");
    }
    new PartitionMoves(context)
        .detach(relation, parent, () -> remove(relation, true, steps), steps);
  }

  void attach(ObjectName name, Bound bound, Relation parent, Steps steps) {
    Relation relation = context.lookup().existing(name.withoutPosition());
    Partition partition = bound(relation.schema(), relation.name(), parent, bound);
    Partitions after = context.catalog().partitions().with(partition);
    PartitionMoves moves = new PartitionMoves(context);
    moves.checkAttachable(relation, parent);
    checkBound(partition, parent, context.catalog().partitions(), steps);
    steps.add(
        raise(
            "[23514] partition constraint of relation \""
                + relation.name()
                + "\" is violated by some row",
            select(List.of("1 AS one"), relation, "NOT " + after.condition(partition))));
    moves.attach(relation, parent, without -> add(partition, parent, without, steps), steps);
  }

  /** Refuses what would leave the key of a partitioned table. */
  void checkColumn(Relation table, String column) {
    PartitionedTable partitioned =
        context.catalog().partitions().table(table.schema(), table.name());
    if (partitioned == null) {
      return;
    }
    boolean expressions = partitioned.columns().contains("");
    if (partitioned.columns().contains(column) || expressions) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "cannot drop column \""
              + column
              + "\" because it is part of the partition key of relation \""
              + table.name()
              + "\"");
    }
  }
}
