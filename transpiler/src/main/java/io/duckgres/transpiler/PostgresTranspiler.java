package io.duckgres.transpiler;

import io.duckgres.grammar.Notice;
import io.duckgres.grammar.ParsedStatement;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.grammar.SyntaxError;
import io.duckgres.pgtype.PgCasts;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.utility.UtilityBuilder;
import io.duckgres.transpiler.ddl.UtilityPlanner;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.rule.EngineFunctions;
import io.duckgres.transpiler.rule.RuleEngine;
import io.duckgres.transpiler.rule.RuleTrace;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectInto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole line from text to plan: grammar, tree, analysis, rules, DuckDB SQL. Parse results are
 * cached by text, plans by statement, declared types, search path and catalog snapshot.
 */
public final class PostgresTranspiler implements Transpiler {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTranspiler.class);

  private static final int CACHED_SCRIPTS = 1000;
  private static final int CACHED_PLANS = 2000;

  /** Longer texts are mostly bulk inserts, which don't come twice. */
  private static final int LONGEST_CACHED_TEXT = 16_384;

  private static final List<String> WARM_UP =
      List.of(
          "SELECT 1",
          "SELECT a.b, count(*) FROM t a LEFT JOIN s.u USING (id) WHERE a.c = $1 AND d IN (1, 2)"
              + " GROUP BY 1 HAVING sum(x) > 2 ORDER BY 1 DESC LIMIT 10",
          "INSERT INTO t (a, b) VALUES ($1, 'x') RETURNING a",
          "UPDATE t SET a = a + 1 WHERE b = 'x'::text",
          "DELETE FROM t WHERE a = 1",
          "BEGIN",
          "CREATE TABLE t (a int PRIMARY KEY, b text NOT NULL)");

  private final DataPlanner data;
  private final LruCache<String, List<Statement>> scripts = new LruCache<>(CACHED_SCRIPTS);
  private final LruCache<PlanKey, StatementPlan> plans = new LruCache<>(CACHED_PLANS);

  /** What a plan depends on. The snapshot is compared by identity, which its versions share. */
  private record PlanKey(
      Statement statement,
      ParameterTypes parameters,
      List<String> searchPath,
      String user,
      String database,
      List<String> settings,
      Object catalog) {}

  /**
   * @param functions functions that the catalog emulation carries out
   */
  public PostgresTranspiler(EngineFunctions functions) {
    this(functions, RuleTrace.NONE);
  }

  /**
   * @param functions functions that the catalog emulation carries out
   * @param trace is told what the rules change
   */
  public PostgresTranspiler(EngineFunctions functions, RuleTrace trace) {
    this.data = new DataPlanner(new RuleEngine(functions, trace));
  }

  @Override
  public List<Statement> parse(String text) {
    List<Statement> cached = scripts.get(text);
    if (cached != null) {
      return cached;
    }
    List<Statement> statements = new ArrayList<>();
    for (ParsedStatement statement : PostgresSql.parse(text).statements()) {
      statements.add(new ParsedSql(text, statement));
    }
    List<Statement> result = List.copyOf(statements);
    if (text.length() <= LONGEST_CACHED_TEXT) {
      scripts.put(text, result);
    }
    return result;
  }

  @Override
  public StatementPlan plan(
      Statement statement, ParameterTypes parameters, PlanningContext context) {
    ParsedSql parsed = (ParsedSql) statement;
    if (!parsed.parsed().isParsed()) {
      return passThrough(parsed);
    }
    if (parsed.tree().dataStatement() == null) {
      return checked(parsed, () -> utility(parsed, parameters, context));
    }
    PlanKey key =
        new PlanKey(
            statement,
            parameters,
            context.searchPath(),
            context.user(),
            context.database(),
            settings(context),
            new Identity(context.catalog()));
    StatementPlan cached = plans.get(key);
    if (cached != null) {
      return cached;
    }
    StatementPlan plan = checked(parsed, () -> planData(parsed, parameters, context));
    if (parsed.script().length() <= LONGEST_CACHED_TEXT) {
      plans.put(key, plan);
    }
    return plan;
  }

  /** The settings by which literals are read. */
  private static List<String> settings(PlanningContext context) {
    List<String> settings = new ArrayList<>();
    for (String name : List.of("DateStyle", "TimeZone", "IntervalStyle")) {
      settings.add(context.setting(name));
    }
    return settings;
  }

  /** Compares by identity. */
  private record Identity(Object value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && that.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  private interface Planning {
    StatementPlan plan();
  }

  private static StatementPlan checked(ParsedSql parsed, Planning planning) {
    try {
      return planning.plan();
    } catch (PgException e) {
      throw parsed.inCharacters(e);
    } catch (StackOverflowError e) {
      throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
          .withHint("The statement is nested too deeply.");
    }
  }

  private StatementPlan planData(
      ParsedSql parsed, ParameterTypes parameters, PlanningContext context) {
    SqlNode tree = build(parsed).orElseThrow();
    if (tree instanceof SelectInto into) {
      return utility(UtilityBuilder.build(into), parsed, parameters, context);
    }
    if (SetvalPlanner.plans(tree)) {
      return new SetvalPlanner(data, context).plan((QueryNode) tree, parameters, parsed.start());
    }
    if (tree instanceof QueryNode query) {
      StatementPlan.Engine routine =
          new RoutinePlans(data, context, parsed.start()).query(query, parameters);
      if (routine != null) {
        return routine;
      }
    }
    return withNotices(data.plan(tree, parameters, context, parsed.start()), parsed);
  }

  private static Optional<SqlNode> build(ParsedSql parsed) {
    return io.duckgres.transpiler.build.TreeBuilder.build(parsed.tree());
  }

  private StatementPlan utility(
      ParsedSql parsed, ParameterTypes parameters, PlanningContext context) {
    UtilityStatement statement = UtilityBuilder.build(parsed.tree(), parsed.script());
    return utility(statement, parsed, parameters, context);
  }

  private StatementPlan utility(
      UtilityStatement statement,
      ParsedSql parsed,
      ParameterTypes parameters,
      PlanningContext context) {
    SessionAnalysis analysis = new SessionAnalysis(data, context, parsed, parameters);
    StatementPlan plan = UtilityPlanner.plan(statement, context, analysis);
    return plan instanceof StatementPlan.Engine engine ? withNotices(engine, parsed) : plan;
  }

  /** Adds what the lexer has to tell, such as a name that was too long. */
  private static StatementPlan withNotices(StatementPlan.Engine plan, ParsedSql parsed) {
    if (parsed.parsed().notices().isEmpty()) {
      return plan;
    }
    List<PgNotice> notices = new ArrayList<>();
    for (Notice notice : parsed.parsed().notices()) {
      notices.add(new PgNotice("NOTICE", SqlState.ofCode(notice.sqlState()), notice.message()));
    }
    notices.addAll(plan.notices());
    return new StatementPlan.Engine(
        plan.steps(),
        plan.parameterTypes(),
        plan.shape(),
        plan.tag(),
        plan.changesCatalog(),
        plan.createsTemporary(),
        plan.writes(),
        notices,
        plan.blockRule(),
        plan.cleanup(),
        plan.changed());
  }

  private static StatementPlan passThrough(ParsedSql parsed) {
    SyntaxError error = parsed.parsed().error();
    SqlState state = SqlState.ofCode(error.sqlState());
    int before = parsed.script().codePointCount(0, parsed.start());
    PgException syntaxError =
        new PgException(state == null ? SqlState.SYNTAX_ERROR : state, error.message())
            .withDetail(error.detail())
            .withHint(error.hint())
            .withPosition(Math.max(error.position() - before, 0));
    if (state != SqlState.SYNTAX_ERROR || error.conclusive()) {
      throw syntaxError;
    }
    return new StatementPlan.PassThrough(parsed.text(), syntaxError);
  }

  @Override
  public void warmUp() {
    PgProcs.all();
    PgOperators.all();
    PgCasts.all();
    RuleEngine.warmUp();
    PostgresSql.warmUp();
    for (String text : WARM_UP) {
      parse(text);
    }
    LOG.debug("grammar is warm");
  }
}
