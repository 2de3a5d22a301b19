package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.ResultShape;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The body of a user's function in the place of its call: an expression, or a query whose scope
 * holds the arguments under the parameters' names.
 *
 * <p>Source: {@code src/backend/executor/functions.c} (check_sql_fn_retval) and {@code
 * src/backend/optimizer/util/clauses.c} (inline_function, inline_set_returning_function).
 *
 * @see <a href="https://www.postgresql.org/docs/17/xfunc-sql.html">Query Language (SQL)
 *     Functions</a>
 */
final class RoutineBody {
  private static final int DEEPEST = 40;
  private static final String NOT_ROWS =
      "Function's final statement must be SELECT or INSERT/UPDATE/DELETE/MERGE RETURNING.";
  private static final Template NOTHING = Template.parse("if({0} IS NULL, '', '')");

  private final Analysis analysis;
  private final Routine routine;
  private final List<SqlNode> arguments;
  private final PgType result;
  private final Analysis inside;
  private final RoutineResult form;

  /**
   * @param arguments analysed, in the order of the inputs
   * @param result the type of the result, no polymorphic one
   */
  RoutineBody(Analysis analysis, Routine routine, List<SqlNode> arguments, PgType result) {
    this.analysis = analysis;
    this.routine = routine;
    this.arguments = arguments;
    this.result = result;
    this.inside = inside(analysis, routine.body().searchPath(), arguments);
    this.form = new RoutineResult(analysis, inside, routine, result);
  }

  /**
   * The analysis of a routine's text.
   *
   * @param path its own search path; empty for the caller's
   */
  static Analysis inside(Analysis around, List<String> path, List<SqlNode> arguments) {
    PlanningContext context =
        path.isEmpty() ? around.context : new RoutineContext(around.context, path);
    Analysis inside = new Analysis(context, ParameterTypes.of(List.of()));
    inside.routineArguments = arguments;
    inside.routineDepth = around.routineDepth + 1;
    inside.called = around.called;
    inside.keepsForm = around.keepsForm;
    if (inside.routineDepth > DEEPEST) {
      throw PgException.notSupported("a function in SQL that calls itself");
    }
    return inside;
  }

  /** The call as an expression. */
  SqlNode value(FunctionCall call, Place place) {
    AnalyzedQuery query = query(place.scope());
    if (routine.proc().returnsSet()) {
      return set(query, place);
    }
    List<SqlNode> plain = plain(query);
    SqlNode value;
    if (result.equals(PgTypes.VOID)) {
      SqlNode executed = plain == null ? scalar(query, place) : plain.get(0);
      value = new TemplateCall(SqlParserPos.ZERO, NOTHING, List.of(executed), type());
    } else {
      value = plain == null ? scalar(query, place) : form.row(plain);
    }
    return new RoutineBinding(routine, arguments, analysis.routineDepth).bound(value, type());
  }

  private ExpressionType type() {
    return ExpressionType.of(result);
  }

  /** The call as an item of FROM. */
  RoutineRows item(FunctionCall call, Place place) {
    boolean own = routine.proc().outputs().size() == 1;
    boolean definitions = result.equals(PgTypes.RECORD) && routine.proc().outputs().isEmpty();
    boolean scalar = !result.equals(PgTypes.RECORD) && form.fields().isEmpty();
    if (!routine.proc().returnsSet() && scalar) {
      SqlNode value = value(call, place);
      String name = own ? routine.proc().outputs().get(0).name() : routine.name();
      OutputColumn column = new OutputColumn(name, name, Typed.of(value), 0, 0);
      QueryNode one = StagedRows.query(List.of(StagedRows.item(value, name)), List.of(), null);
      return new RoutineRows(new AnalyzedQuery(one, List.of(column)), true, own, false);
    }
    AnalyzedQuery query = query(place.scope());
    if (!routine.proc().returnsSet()) {
      query = alwaysOne(query, place.scope());
    } else {
      query = unlessNull(query, place.scope());
    }
    return new RoutineRows(query, scalar, own, definitions);
  }

  /** Analyses all of the body, whose last statement has to give the result. */
  void check() {
    List<SqlNode> trees = trees();
    try {
      for (int i = 0; i < trees.size(); i++) {
        SqlNode tree = trees.get(i);
        boolean last = i == trees.size() - 1 && !result.equals(PgTypes.VOID);
        if (tree instanceof QueryNode query) {
          AnalyzedQuery analyzed = inside.queries.analyze(query, scope(null));
          if (last) {
            form.typed(analyzed);
          }
        } else {
          DataStatement analyzed = StatementAnalyzer.dataStatement(inside, tree, scope(null));
          if (last && analyzed.returning() == null && !routine.isProcedure()) {
            throw form.mismatch(NOT_ROWS);
          }
        }
      }
      if (trees.isEmpty() && !result.equals(PgTypes.VOID) && !routine.isProcedure()) {
        throw form.mismatch(NOT_ROWS);
      }
    } catch (PgException error) {
      PgException own = error.withPosition(0);
      throw error.state() == SqlState.INVALID_FUNCTION_DEFINITION
          ? own.withWhere("SQL function \"" + routine.name() + "\"")
          : own;
    }
  }

  /** The statements, analysed; null when one changes data. */
  List<QueryNode> statements() {
    List<QueryNode> analyzed = new ArrayList<>();
    for (SqlNode tree : trees()) {
      if (!(tree instanceof QueryNode query)) {
        return null;
      }
      analyzed.add(inside.queries.analyze(query, scope(null)).node());
    }
    return analyzed;
  }

  private List<SqlNode> trees() {
    Routine.Body body = routine.body();
    return RoutineText.statements(body.form() == 'r' ? "SELECT " + body.text() : body.text());
  }

  /** The parameters as the body's statements see them. */
  Scope scope(Scope caller) {
    Scope scope = Scope.ofRoutine(caller);
    List<ScopeColumn> columns = new ArrayList<>();
    List<Routine.Parameter> inputs = routine.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      columns.add(new ScopeColumn(inputs.get(i).name(), arguments.get(i)));
    }
    scope.add(new ScopeItem(routine.name(), null, null, columns, true, true));
    return scope;
  }

  /** The analysed body, its columns being those of the result. */
  private AnalyzedQuery query(Scope caller) {
    try {
      AnalyzedQuery query = inside.queries.analyze(sole(), scope(caller));
      if (!inside.stages.isEmpty()) {
        throw changes();
      }
      if (inside.sequence != null) {
        analysis.sequence = inside.sequence;
      }
      return form.typed(query);
    } catch (PgException error) {
      throw error.withPosition(0);
    }
  }

  /**
   * The statement that gives the result of a call which is a statement of its own.
   *
   * @param item whether the call stands in FROM
   * @param statements the analysis of all statements of the body
   */
  AnalyzedStatement last(QueryNode query, boolean item, Analysis statements) {
    AnalyzedQuery rows = form.typed(statements.queries.analyze(query, scope(null)));
    if (item) {
      if (!routine.proc().returnsSet()) {
        rows = alwaysOne(rows, new Scope(null));
      }
    } else {
      boolean set = routine.proc().returnsSet();
      QueryNode values =
          set
              ? rowQuery(rows, false)
              : StagedRows.query(
                  List.of(
                      StagedRows.item(
                          new ScalarQueryCall(SqlParserPos.ZERO, rowQuery(rows, true), type()),
                          routine.name())),
                  List.of(),
                  null);
      rows = new AnalyzedQuery(values, List.of(RoutineResult.column(routine.name(), result, -1)));
    }
    List<ResultColumn> shape = new ArrayList<>();
    for (OutputColumn column : rows.columns()) {
      ExpressionType type = column.type();
      shape.add(new ResultColumn(column.name(), type.type(), type.typmod(), 0, 0));
    }
    return RoutineProgram.taken(rows.node(), new ResultShape(shape), statements);
  }

  /** The statement whose rows are the result. */
  private QueryNode sole() {
    List<SqlNode> statements = trees();
    if (statements.isEmpty()) {
      if (result.equals(PgTypes.VOID)) {
        return (QueryNode) RoutineText.statements("SELECT 1").get(0);
      }
      throw form.mismatch(NOT_ROWS);
    }
    for (SqlNode statement : statements) {
      if (!(statement instanceof QueryNode)) {
        throw changes();
      }
    }
    for (SqlNode statement : statements.subList(0, statements.size() - 1)) {
      AnalyzedQuery before = inside.queries.analyze((QueryNode) statement, scope(null));
      if (RoutineBinding.isVolatile(before.node())) {
        throw PgException.notSupported("a function in SQL of several statements with effects");
      }
    }
    return (QueryNode) statements.get(statements.size() - 1);
  }

  private static PgException changes() {
    return PgException.notSupported("a function in SQL that changes data");
  }

  /** The select list of a query that gives just one row whatever is stored; otherwise null. */
  private List<SqlNode> plain(AnalyzedQuery query) {
    QueryNode node = query.node();
    boolean clauses =
        !node.with().isEmpty()
            || !node.orderBy().isEmpty()
            || node.limit() != null
            || node.offset() != null
            || !node.locking().isEmpty();
    if (clauses
        || !(node.body() instanceof SelectCore select)
        || !select.from().isEmpty()
        || select.where() != null
        || !select.groupBy().isEmpty()
        || select.having() != null
        || select.distinct()) {
      return null;
    }
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode item : select.items()) {
      SqlNode expression = ((SelectItem) item).expression();
      if (RoutineBinding.computesFromRows(expression, arguments)) {
        return null;
      }
      items.add(expression);
    }
    return items;
  }

  /** The first row of the body as one value. */
  private SqlNode scalar(AnalyzedQuery query, Place place) {
    RoutineBinding.checkInQuery(arguments);
    if (RoutineBinding.isVolatile(query.node()) && !place.scope().items().isEmpty()) {
      throw PgException.notSupported(
          "a volatile expression in a function in SQL that reads tables");
    }
    return new ScalarQueryCall(SqlParserPos.ZERO, rowQuery(query, true), type());
  }

  /** A query of one column, the result's rows. */
  private QueryNode rowQuery(AnalyzedQuery query, boolean first) {
    if (query.columns().size() == 1 && !result.equals(PgTypes.RECORD) && !first) {
      return query.node();
    }
    List<SqlNode> values = new ArrayList<>();
    query.columns().forEach(column -> values.add(RoutineRows.reference("result", column)));
    QueryNode rows =
        StagedRows.query(
            List.of(StagedRows.item(form.row(values), routine.name())),
            List.of(RoutineRows.item(query, "result")),
            null);
    return first ? limited(rows) : rows;
  }

  private static QueryNode limited(QueryNode rows) {
    return new QueryNode(
        SqlParserPos.ZERO,
        false,
        List.of(),
        rows.body(),
        List.of(),
        new PgLiteral(SqlParserPos.ZERO, "1", ExpressionType.of(PgTypes.INT8)),
        false,
        null,
        List.of());
  }

  /** The result's rows in a select list. */
  private SqlNode set(AnalyzedQuery query, Place place) {
    place.traits().setReturning = true;
    RoutineBinding.checkInQuery(arguments);
    AnalyzedQuery rows = unlessNull(query, place.scope());
    PgType element = result.equals(PgTypes.RECORD) ? PgTypes.RECORD : result;
    PgType array = analysis.coercions.arrayOf(element);
    if (array == null) {
      throw PgException.notSupported("the rows of this function in a select list");
    }
    SqlNode list =
        new ArrayQueryCall(SqlParserPos.ZERO, rowQuery(rows, false), ExpressionType.of(array));
    PgProc unnest =
        PgProcs.byName("unnest").stream()
            .filter(proc -> proc.argumentTypes().get(0).equals(PgTypes.ANYARRAY))
            .findFirst()
            .orElseThrow();
    return new FunctionCall(
        SqlParserPos.ZERO,
        List.of("unnest"),
        List.of(list),
        CallOptions.NONE,
        List.of(),
        null,
        null,
        unnest,
        type());
  }

  /** A strict function has no rows for a null. */
  private AnalyzedQuery unlessNull(AnalyzedQuery query, Scope scope) {
    SqlNode condition = new RoutineBinding(routine, arguments, 0).allGiven();
    if (condition == null) {
      return query;
    }
    String alias = scope.engineAlias("result");
    List<SqlNode> items = items(query, alias);
    return new AnalyzedQuery(
        StagedRows.query(items, List.of(RoutineRows.item(query, alias)), condition),
        query.columns());
  }

  /** A function of no set has one row, of nulls where its body has none. */
  private AnalyzedQuery alwaysOne(AnalyzedQuery query, Scope scope) {
    SqlNode condition = new RoutineBinding(routine, arguments, 0).allGiven();
    if (plain(query) != null && condition == null) {
      return query;
    }
    String alias = scope.engineAlias("result");
    AnalyzedQuery one =
        new AnalyzedQuery(
            StagedRows.query(
                List.of(StagedRows.item(PgLiteral.bool(SqlParserPos.ZERO, true), "one")),
                List.of(),
                null),
            List.of(RoutineResult.column("one", PgTypes.BOOL, -1)));
    QueryNode first =
        limited(
            StagedRows.query(
                items(query, alias), List.of(RoutineRows.item(query, alias)), condition));
    AnalyzedQuery rows = new AnalyzedQuery(first, query.columns());
    SqlNode join =
        new JoinItem(
            SqlParserPos.ZERO,
            JoinItem.Kind.LEFT,
            false,
            RoutineRows.item(one, scope.engineAlias("one")),
            RoutineRows.item(rows, alias),
            PgLiteral.bool(SqlParserPos.ZERO, true),
            null,
            null,
            null);
    return new AnalyzedQuery(
        StagedRows.query(items(query, alias), List.of(join), null), query.columns());
  }

  private static List<SqlNode> items(AnalyzedQuery query, String alias) {
    List<SqlNode> items = new ArrayList<>();
    for (OutputColumn column : query.columns()) {
      items.add(StagedRows.item(RoutineRows.reference(alias, column), column.engineName()));
    }
    return items;
  }
}
