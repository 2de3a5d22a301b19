package io.duckgres.transpiler;

import io.duckgres.grammar.PostgresSql;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.analyze.StatementAnalyzer;
import io.duckgres.transpiler.analyze.TypeLookup;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.ShownText;
import io.duckgres.transpiler.ddl.DefinitionAnalysis;
import io.duckgres.transpiler.ddl.EngineExpression;
import io.duckgres.transpiler.ddl.EngineQuery;
import io.duckgres.transpiler.ddl.ExpressionPlace;
import io.duckgres.transpiler.deparse.Deparser;
import io.duckgres.transpiler.deparse.NoFormException;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TypeName;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.DuckDbSql;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** The analysis, rules and printer as the planners of utility statements use them. */
final class SessionAnalysis implements DefinitionAnalysis {
  private final DataPlanner data;
  private final PlanningContext context;
  private final ParsedSql parsed;
  private final StatementAnalyzer analyzer;
  private final ParameterTypes parameterTypes;

  /**
   * @param parsed the statement that is planned
   * @param parameterTypes what is known of $1, $2 …
   */
  SessionAnalysis(
      DataPlanner data, PlanningContext context, ParsedSql parsed, ParameterTypes parameterTypes) {
    this.data = data;
    this.context = context;
    this.parsed = parsed;
    this.parameterTypes = parameterTypes;
    this.analyzer = new StatementAnalyzer(context);
  }

  @Override
  public ExpressionType type(TypeName name) {
    return new TypeLookup(context).find(name);
  }

  @Override
  public EngineExpression expression(
      SqlNode expression, ExpressionPlace place, Relation scope, ExpressionType target) {
    SqlNode analyzed = analyzer.expression(expression, scope, use(place), target);
    if (!RoutinePlaces.areImmutable(analyzer.called())) {
      Immutability.check(analyzed, place);
    }
    if (!analyzer.called().isEmpty()) {
      RoutinePlaces.check(analyzed, place);
    }
    SqlNode rewritten = OwnerConstants.in(data.rules().rewrite(analyzed), context.user());
    EngineStep step = DuckDbSql.step(rewritten, parsed.start());
    if (!step.parameters().isEmpty()) {
      throw PgException.notSupported("a value that only the session knows in a definition");
    }
    return new EngineExpression(
        step.sql(),
        Typed.of(analyzed),
        Repetitions.isSame(analyzed),
        shown(expression, place, scope, target));
  }

  private String shown(
      SqlNode expression, ExpressionPlace place, Relation scope, ExpressionType target) {
    if (place == ExpressionPlace.COPY_WHERE || place == ExpressionPlace.USING) {
      return null;
    }
    SqlNode shown = analyzer.shown(expression, scope, use(place), target);
    Deparser deparser = new Deparser(context.searchPath());
    boolean domain = place == ExpressionPlace.DOMAIN_CHECK;
    try {
      return new ShownText(
              deparser.expression(shown, domain, false), deparser.expression(shown, domain, true))
          .stored();
    } catch (NoFormException noForm) {
      return null;
    }
  }

  @Override
  public String shownView(SqlNode query, List<String> columns) {
    Deparser deparser = new Deparser(context.searchPath());
    try {
      QueryNode shown = analyzer.shown((QueryNode) query);
      return new ShownText(
              deparser.view(shown, columns, false), deparser.view(shown, columns, true))
          .stored();
    } catch (NoFormException noForm) {
      return null;
    }
  }

  @Override
  public String renamedView(
      String text, List<String> columns, List<String> searchPath, Relation before, Relation after) {
    StoredContext stored = new StoredContext(context, context.catalog(), searchPath);
    Deparser deparser = new Deparser(searchPath);
    try {
      QueryNode tree = (QueryNode) RoutineText.statements(text).get(0);
      QueryNode shown =
          new RenamedReferences(before, after).in(new StatementAnalyzer(stored).shown(tree));
      return new ShownText(
              deparser.view(shown, columns, false), deparser.view(shown, columns, true))
          .stored();
    } catch (NoFormException noForm) {
      return null;
    }
  }

  @Override
  public String engineQuery(String text, List<String> searchPath, CatalogSnapshot catalog) {
    StoredContext stored = new StoredContext(context, catalog, searchPath);
    QueryNode tree = (QueryNode) RoutineText.statements(text).get(0);
    try {
      AnalyzedStatement analyzed = new StatementAnalyzer(stored).stored(tree);
      SqlNode rewritten = OwnerConstants.in(data.rules().rewrite(analyzed.node()), context.user());
      return DuckDbSql.step(rewritten, 0).sql();
    } catch (PgException error) {
      // What PostgreSQL keeps as references the text has by name, for instance in USING.
      throw PgException.notSupported("this change of what a view reads");
    }
  }

  @Override
  public StatementPlan call(SessionStatement.Call call) {
    try {
      return new RoutinePlans(data, context, parsed.start()).call(call.call(), parameterTypes);
    } catch (PgException error) {
      boolean named =
          error.state() == SqlState.UNDEFINED_FUNCTION
              || error.state() == SqlState.WRONG_OBJECT_TYPE;
      throw named && error.position() == 0 ? error.withPosition(call.start() + 1) : error;
    }
  }

  @Override
  public Updatability updatability(SqlNode query) {
    StatementAnalyzer.Updatability found = analyzer.updatability((QueryNode) query);
    return new Updatability(found.obstacle(), found.columns());
  }

  @Override
  public void checkRoutine(Routine routine) {
    analyzer.check(routine);
  }

  @Override
  public String shownRoutine(Routine routine) {
    boolean isReturn = routine.body().form() == 'r';
    List<QueryNode> shown = analyzer.shown(routine);
    if (shown == null) {
      return written(routine);
    }
    try {
      StringBuilder text = new StringBuilder(isReturn ? "RETURN " : "BEGIN ATOMIC\n");
      for (QueryNode statement : shown) {
        Deparser deparser = new Deparser(context.searchPath());
        if (isReturn) {
          SelectCore select = (SelectCore) statement.body();
          SqlNode value = ((SelectItem) select.items().get(0)).expression();
          return text + deparser.expression(value, false, false);
        }
        text.append(' ').append(deparser.statement(statement)).append('\n');
      }
      return text.append("END").toString();
    } catch (NoFormException noForm) {
      return written(routine);
    }
  }

  private static String written(Routine routine) {
    return routine.body().form() == 'r'
        ? "RETURN " + routine.body().text()
        : "BEGIN ATOMIC\n " + routine.body().text() + ";\nEND";
  }

  @Override
  public Collection<Routine> called() {
    return analyzer.called();
  }

  @Override
  public String keyName(SqlNode expression) {
    return StatementAnalyzer.columnName(expression);
  }

  @Override
  public EngineQuery query(SqlNode query) {
    AnalyzedStatement analyzed = analyzer.stored((QueryNode) query);
    // Not as a result for the client, so that numerics are the engine's and not their texts.
    SqlNode rewritten = OwnerConstants.in(data.rules().rewrite(analyzed.node()), context.user());
    EngineStep step = DuckDbSql.step(rewritten, parsed.start());
    return new EngineQuery(
        step.sql(),
        step.parameters(),
        analyzed.parameterTypes(),
        step.sourceMap(),
        analyzed.shape().columns().stream().map(SessionAnalysis::column).toList(),
        ReadRelations.of(analyzed.node(), context.catalog()));
  }

  @Override
  public StatementPlan.Engine data(SqlNode statement) {
    if (!DataPlanner.plans(statement)) {
      throw PgException.notSupported("this statement inside another");
    }
    return data.plan(statement, parameterTypes, context, parsed.start());
  }

  @Override
  public CursorQuery cursor(SqlNode query) {
    AnalyzedStatement analyzed = analyzer.analyze(query, parameterTypes);
    if (!analyzed.stages().isEmpty()) {
      throw PgException.notSupported(
          "DECLARE CURSOR must not contain data-modifying statements in WITH");
    }
    Relation table = CursorQueries.table(analyzed, context.catalog());
    AnalyzedStatement identified = table == null ? analyzed : CursorQueries.identified(analyzed);
    StatementPlan.Engine plan =
        data.engine(identified, CommandTag.SELECT, false, parsed.start(), context.catalog());
    return new CursorQuery(plan, table == null ? 0 : table.oid());
  }

  @Override
  public StatementPlan.Engine arguments(SessionStatement.Execute execute) {
    List<PgType> types = context.preparedTypes(execute.name());
    if (types == null || types.size() != execute.arguments().size()) {
      // That is told when it is executed.
      types = Collections.nCopies(execute.arguments().size(), null);
    }
    AnalyzedStatement analyzed = analyzer.arguments(execute.arguments(), types);
    return data.engine(analyzed, CommandTag.SELECT, false, parsed.start(), context.catalog());
  }

  @Override
  public Statement prepared(SessionStatement.Prepare prepare) {
    // Blanks keep the offsets of the whole text.
    String text =
        " ".repeat(prepare.start()) + parsed.script().substring(prepare.start(), prepare.stop());
    return new ParsedSql(parsed.script(), PostgresSql.parse(text).statements().get(0));
  }

  private static EngineQuery.Column column(ResultColumn column) {
    ExpressionType type =
        column.type() == null
            ? null
            : ExpressionType.of(column.type(), column.typmod()).withLevels(column.levels());
    return new EngineQuery.Column(column.name(), type);
  }

  private static StatementAnalyzer.Use use(ExpressionPlace place) {
    return switch (place) {
      case DEFAULT -> StatementAnalyzer.Use.DEFAULT;
      case CHECK, DOMAIN_CHECK -> StatementAnalyzer.Use.CHECK;
      case COPY_WHERE -> StatementAnalyzer.Use.COPY_WHERE;
      case GENERATION, INDEX -> StatementAnalyzer.Use.INDEX;
      case USING -> StatementAnalyzer.Use.USING;
    };
  }
}
