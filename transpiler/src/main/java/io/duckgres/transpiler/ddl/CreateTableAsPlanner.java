package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.BlockRule;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.TableStatement;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE TABLE AS and SELECT INTO: a table with PostgreSQL's types, then an INSERT of the query,
 * since the engine's own CREATE TABLE AS would take the engine's types (a numeric of two digits for
 * 2.5). Only where the engine alone knows a type, its statement is used.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createtableas.html">CREATE TABLE AS</a>
 */
final class CreateTableAsPlanner {
  private final DefinitionContext context;

  CreateTableAsPlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(TableStatement.CreateTableAs statement) {
    NewObject table =
        context.lookup().creation(statement.name().withoutPosition(), statement.temporary());
    if (context.catalog().relation(table.schema(), table.name()) != null) {
      if (statement.ifNotExists()) {
        PgNotice notice = CreateTablePlanner.alreadyExists(table.name());
        return new StatementPlan.Acknowledge(
            CommandTag.of("CREATE TABLE AS"), List.of(notice), BlockRule.ANYWHERE);
      }
      throw Errors.relationExists(table.name());
    }
    CreateTablePlanner.checkOnCommit(statement.onCommit(), table);
    EngineQuery query = context.analysis().query(statement.query());
    List<String> names = names(statement.columns(), query, "CREATE TABLE AS");
    if (names.isEmpty()) {
      throw Errors.notSupported(-1, "a table without columns");
    }
    boolean typed = query.columns().stream().allMatch(column -> column.type() != null);
    List<EngineStep> steps =
        typed ? typed(table, names, query, statement) : untyped(table, names, query, statement);
    CommandTag tag = statement.withData() ? CommandTag.SELECT : CommandTag.of("CREATE TABLE AS");
    StatementPlan plan =
        new StatementPlan.Engine(
            steps,
            query.parameterTypes(),
            null,
            tag,
            true,
            table.temporary(),
            true,
            List.of(),
            BlockRule.ANYWHERE);
    return CreateTablePlanner.fleeting(plan, statement.onCommit(), table.name());
  }

  /**
   * Names of the columns: those given, then the query's own.
   *
   * @throws io.duckgres.pgtype.PgException 42601 when too many are given
   */
  static List<String> names(List<String> given, EngineQuery query, String statement) {
    if (given.size() > query.columns().size()) {
      throw Errors.of(
          SqlState.SYNTAX_ERROR,
          statement.equals("CREATE VIEW")
              ? "CREATE VIEW specifies more column names than columns"
              : "too many column names were specified");
    }
    List<String> names = new ArrayList<>(given);
    for (int i = given.size(); i < query.columns().size(); i++) {
      names.add(query.columns().get(i).name());
    }
    CreateTablePlanner.checkUnique(names, -1);
    return names;
  }

  private List<EngineStep> typed(
      NewObject table,
      List<String> names,
      EngineQuery query,
      TableStatement.CreateTableAs statement) {
    Steps steps = new Steps();
    create(table, names, query, steps);
    if (statement.withData()) {
      steps.add(with("INSERT INTO " + table.sql() + " ", query));
    }
    return steps.list();
  }

  /** Creates a table for the rows of a query. */
  void create(NewObject table, List<String> names, EngineQuery query, Steps steps) {
    List<ColumnSpec> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(column(i + 1, names.get(i), query.columns().get(i).type()));
    }
    steps.add(CreateTablePlanner.sql(table, columns, List.of()));
    steps.addAll(
        context
            .records()
            .tableCreated(
                table.schema(),
                table.name(),
                columns.stream().map(ColumnSpec::toRecord).toList(),
                List.of()));
  }

  private ColumnSpec column(int number, String name, ExpressionType type) {
    ExpressionType stored =
        type.type().equals(PgTypes.UNKNOWN) ? ExpressionType.of(PgTypes.TEXT) : type;
    String storage = context.types().storage(stored, name, -1);
    return new ColumnSpec(number, name, stored, storage, false, null, null, null, null);
  }

  private static List<EngineStep> untyped(
      NewObject table,
      List<String> names,
      EngineQuery query,
      TableStatement.CreateTableAs statement) {
    String create =
        "CREATE "
            + table.temporaryWord()
            + "TABLE "
            + table.sql()
            + " "
            + EngineSql.nameList(names)
            + " AS ";
    if (statement.withData()) {
      return List.of(with(create, query));
    }
    EngineStep step = with(create, query);
    return List.of(
        new EngineStep(step.sql() + " WITH NO DATA", step.parameters(), step.sourceMap()));
  }

  /** The query behind a prefix. */
  private static EngineStep with(String prefix, EngineQuery query) {
    return new EngineStep(
        prefix + query.sql(), query.parameters(), query.sourceMap().shifted(prefix.length()));
  }
}
