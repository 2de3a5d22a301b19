package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.TableStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CREATE TABLE.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createtable.html">CREATE TABLE</a>
 */
final class CreateTablePlanner {
  private final DefinitionContext context;

  CreateTablePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(TableStatement.CreateTable statement, Steps steps) {
    NewObject table = context.lookup().creation(statement.name(), statement.temporary());
    if (context.catalog().relation(table.schema(), table.name()) != null) {
      if (statement.ifNotExists()) {
        steps.notice(alreadyExists(table.name()));
        return;
      }
      throw Errors.relationExists(table.name());
    }
    checkOnCommit(statement.onCommit(), table);
    OwnedSequences sequences = new OwnedSequences(context, table);
    List<TableCopy> copies = new ArrayList<>();
    List<ColumnSpec> columns = columns(statement, table, sequences, copies);
    if (columns.isEmpty()) {
      throw Errors.notSupported(-1, "a table without columns");
    }
    ConstraintPlanner constraints = new ConstraintPlanner(context, table, scope(table, columns));
    constraints.addAll(statement.constraints());
    copies.forEach(copy -> copy.constrain(constraints));
    steps.creates(table);
    steps.addAll(sequences.before());
    steps.add(sql(table, columns, constraints.clauses()));
    steps.addAll(sequences.after());
    steps.addAll(
        context
            .records()
            .tableCreated(
                table.schema(),
                table.name(),
                columns.stream().map(ColumnSpec::toRecord).toList(),
                constraints.records()));
    constraints
        .indexed()
        .forEach(
            (name, key) ->
                new IndexPlanner(context).constraint(name, scope(table, columns), key, steps));
    for (ForeignKey key : constraints.foreignKeys()) {
      steps.addAll(context.records().foreignKeyChanged(key));
    }
    copies.forEach(copy -> copy.after(table, constraints.names(), steps));
    if (statement.partitionBy() != null) {
      new PartitionPlanner(context)
          .partition(statement.partitionBy(), scope(table, columns), constraints.records(), steps);
    }
  }

  static PgNotice alreadyExists(String name) {
    return PgNotice.notice(
        SqlState.DUPLICATE_TABLE, "relation \"" + name + "\" already exists, skipping");
  }

  static void checkOnCommit(TableStatement.OnCommit onCommit, NewObject table) {
    if (onCommit == null) {
      return;
    }
    if (!table.temporary()) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION, "ON COMMIT can only be used on temporary tables");
    }
  }

  /** The plan with what ON COMMIT asks for. */
  static StatementPlan fleeting(
      StatementPlan plan, TableStatement.OnCommit onCommit, String table) {
    boolean acts =
        onCommit == TableStatement.OnCommit.DROP || onCommit == TableStatement.OnCommit.DELETE_ROWS;
    return acts && plan instanceof StatementPlan.Engine create
        ? new StatementPlan.CreateFleeting(create, table, onCommit == TableStatement.OnCommit.DROP)
        : plan;
  }

  /** CREATE TABLE in the engine's SQL. */
  static String sql(NewObject table, List<ColumnSpec> columns, List<String> constraints) {
    List<String> elements =
        Stream.concat(columns.stream().map(ColumnSpec::sql), constraints.stream()).toList();
    return "CREATE "
        + table.temporaryWord()
        + "TABLE "
        + table.sql()
        + " ("
        + String.join(", ", elements)
        + ")";
  }

  /** The table as expressions see it before it exists. */
  private Relation scope(NewObject table, List<ColumnSpec> columns) {
    return new Relation(
        0,
        table.schema(),
        table.name(),
        Relation.Kind.TABLE,
        table.engineName(),
        columns.stream().map(column -> column.toAttribute(context)).toList());
  }

  /** 42701 for a name that is there twice, 0A000 where the engine can't tell two names apart. */
  static void checkUnique(List<String> names, int start) {
    Set<String> exact = new HashSet<>();
    Set<String> folded = new HashSet<>();
    for (String name : names) {
      if (!exact.add(name)) {
        throw Errors.at(
            start, SqlState.DUPLICATE_COLUMN, "column \"" + name + "\" specified more than once");
      }
      if (!folded.add(name.toLowerCase(Locale.ROOT))) {
        throw Errors.notSupported(
            start, "a column \"" + name + "\" beside one that differs only in case");
      }
    }
  }

  private List<ColumnSpec> columns(
      TableStatement.CreateTable statement,
      NewObject table,
      OwnedSequences sequences,
      List<TableCopy> copies) {
    ColumnPlanner planner = new ColumnPlanner(context, table.name(), sequences);
    List<ColumnSpec> specs = new ArrayList<>();
    List<TableElement.Column> sources = new ArrayList<>();
    for (TableElement element : statement.columns()) {
      if (element instanceof TableElement.Column column) {
        specs.add(planner.typed(column, specs.size() + 1));
        sources.add(column);
      } else if (element instanceof TableElement.Like like) {
        TableCopy copy = new TableCopy(context, like);
        copies.add(copy);
        for (ColumnSpec copied : copy.columns(specs.size(), sequences)) {
          specs.add(copied);
          sources.add(null);
        }
      }
    }
    checkUnique(specs.stream().map(ColumnSpec::name).toList(), -1);
    Relation scope = scope(table, specs);
    for (int i = 0; i < specs.size(); i++) {
      if (sources.get(i) != null) {
        specs.set(i, planner.withExpressions(specs.get(i), sources.get(i), scope));
      }
    }
    return specs;
  }
}
