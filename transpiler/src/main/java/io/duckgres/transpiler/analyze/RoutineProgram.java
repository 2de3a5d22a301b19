package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.ResultShape;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The statements of a routine that is called as a statement of its own, each seeing what those
 * before it did; the last one gives the result.
 *
 * @param parameterTypes types of the client's $1, $2 …
 */
public record RoutineProgram(List<AnalyzedStatement> statements, List<PgType> parameterTypes) {
  private static final String RESULT = "result";

  public RoutineProgram {
    statements = List.copyOf(statements);
  }

  /**
   * CALL.
   *
   * @throws PgException 42883 when there is no such procedure, 42809 for a function
   */
  public static RoutineProgram ofProcedure(
      FunctionCall call, PlanningContext context, ParameterTypes parameters) {
    Analysis analysis = new Analysis(context, parameters);
    RoutineExecution execution = procedure(call, analysis);
    if (!execution.routine().parameters().stream()
        .allMatch(p -> p.mode() == 'i' || p.mode() == 'v')) {
      throw PgException.notSupported("CALL of a procedure with output parameters");
    }
    return program(execution, false, false, analysis);
  }

  private static RoutineExecution procedure(FunctionCall call, Analysis analysis) {
    analysis.executesRoutine = true;
    SqlNode resolved;
    try {
      resolved = analysis.expressions.analyze(call, Place.of(new Scope(null), Clause.CALL));
    } catch (PgException error) {
      if (error.state() == SqlState.UNDEFINED_FUNCTION
          && error.getMessage().startsWith("function ")) {
        throw new PgException(
                error.state(), "procedure " + error.getMessage().substring("function ".length()))
            .withHint(
                "No procedure matches the given name and argument types."
                    + " You might need to add explicit type casts.");
      }
      throw error;
    }
    if (!(resolved instanceof RoutineExecution execution) || !execution.routine().isProcedure()) {
      List<PgType> types =
          resolved instanceof RoutineExecution found
              ? found.routine().proc().argumentTypes()
              : List.of();
      String name = String.join(".", call.name());
      throw new PgException(
              SqlState.WRONG_OBJECT_TYPE,
              name
                  + "("
                  + String.join(", ", types.stream().map(TypeNames::format).toList())
                  + ") is not a procedure")
          .withHint("To call a function, use SELECT.");
    }
    return execution;
  }

  /**
   * {@code SELECT f(…)} or {@code SELECT * FROM f(…)} of a function that changes data.
   *
   * @return null for any other query
   */
  public static RoutineProgram ofFunction(
      QueryNode query, PlanningContext context, ParameterTypes parameters) {
    FunctionCall call = soleCall(query);
    if (call == null
        || context.catalog().routines(null, call.name().get(call.name().size() - 1)).isEmpty()) {
      return null;
    }
    Analysis analysis = new Analysis(context, parameters);
    analysis.executesRoutine = true;
    SqlNode resolved =
        analysis.expressions.analyze(call, Place.of(new Scope(null), Clause.SELECT_LIST));
    if (!(resolved instanceof RoutineExecution execution)
        || trees(execution.routine()).stream().allMatch(QueryNode.class::isInstance)) {
      return null;
    }
    boolean item = !((SelectCore) query.body()).from().isEmpty();
    return program(execution, true, item, analysis);
  }

  private static FunctionCall soleCall(QueryNode query) {
    boolean plain =
        query.with().isEmpty()
            && query.orderBy().isEmpty()
            && query.limit() == null
            && query.offset() == null
            && query.body() instanceof SelectCore select
            && select.where() == null
            && select.groupBy().isEmpty()
            && select.having() == null
            && !select.distinct()
            && select.items().size() == 1;
    if (!plain) {
      return null;
    }
    SelectCore select = (SelectCore) query.body();
    SqlNode item = ((SelectItem) select.items().get(0)).expression();
    if (select.from().isEmpty()) {
      return item instanceof FunctionCall call ? call : null;
    }
    boolean star = item instanceof SqlIdentifier name && name.isStar() && name.names.size() == 1;
    return star
            && select.from().size() == 1
            && select.from().get(0) instanceof FunctionItem function
            && function.functions().size() == 1
            && !function.ordinality()
            && function.functions().get(0) instanceof FunctionCall call
        ? call
        : null;
  }

  private static List<SqlNode> trees(Routine routine) {
    Routine.Body body = routine.body();
    return RoutineText.statements(body.form() == 'r' ? "SELECT " + body.text() : body.text());
  }

  private static RoutineProgram program(
      RoutineExecution execution, boolean result, boolean item, Analysis analysis) {
    Routine routine = execution.routine();
    if (routine.proc().strict()
        || execution.arguments().stream().anyMatch(RoutineBinding::isVolatile)) {
      throw PgException.notSupported(
          "a strict function, or one with a volatile argument, that changes data");
    }
    boolean nothing = execution.result().equals(PgTypes.VOID);
    List<SqlNode> trees = trees(routine);
    List<AnalyzedStatement> statements = new ArrayList<>();
    Analysis inside =
        RoutineBody.inside(analysis, routine.body().searchPath(), execution.arguments());
    RoutineBody body =
        new RoutineBody(analysis, routine, execution.arguments(), execution.result());
    for (int i = 0; i < trees.size(); i++) {
      boolean last = result && !nothing && i == trees.size() - 1;
      SqlNode tree = trees.get(i);
      if (last) {
        statements.add(body.last(asQuery(tree), item, inside));
      } else if (tree instanceof QueryNode query) {
        AnalyzedQuery analyzed = inside.queries.analyze(query, body.scope(null));
        if (RoutineBinding.isVolatile(analyzed.node()) || !inside.stages.isEmpty()) {
          throw PgException.notSupported("a query with effects in the midst of a routine");
        }
      } else {
        DataStatement changed = StatementAnalyzer.dataStatement(inside, tree, body.scope(null));
        if (changed.stage() != null) {
          inside.stages.add(changed.stage());
        }
        statements.add(taken(changed.node(), null, inside));
      }
    }
    if (result && nothing) {
      statements.add(nothing(routine));
    }
    return new RoutineProgram(statements, analysis.parameters.finish());
  }

  /** A statement with what the analysis has noted for it, which is forgotten. */
  static AnalyzedStatement taken(SqlNode node, ResultShape shape, Analysis inside) {
    AnalyzedStatement statement =
        new AnalyzedStatement(
            node,
            shape,
            List.of(),
            inside.sequence,
            inside.insertTarget,
            inside.insertsDefaults,
            inside.stages);
    inside.stages.clear();
    inside.sequence = null;
    inside.insertTarget = null;
    inside.insertsDefaults = false;
    return statement;
  }

  private static AnalyzedStatement nothing(Routine routine) {
    ExpressionType type = ExpressionType.of(PgTypes.VOID);
    SqlNode value = new PgLiteral(SqlParserPos.ZERO, "", ExpressionType.of(PgTypes.TEXT));
    QueryNode one =
        StagedRows.query(List.of(StagedRows.item(value, routine.name())), List.of(), null);
    return new AnalyzedStatement(
        one,
        new ResultShape(List.of(new ResultColumn(routine.name(), type.type(), -1, 0, 0))),
        List.of());
  }

  /** A change with RETURNING as a query. */
  private static QueryNode asQuery(SqlNode tree) {
    if (tree instanceof QueryNode query) {
      return query;
    }
    SqlParserPos none = SqlParserPos.ZERO;
    SelectItem star = new SelectItem(none, SqlIdentifier.star(none), null);
    TableItem table = new TableItem(none, List.of(RESULT), false, null, null, List.of());
    SelectCore select =
        new SelectCore(
            none,
            false,
            List.of(),
            List.of(star),
            List.of(table),
            null,
            false,
            List.of(),
            null,
            List.of());
    return new QueryNode(
        none,
        false,
        List.of(new CommonTable(none, RESULT, List.of(), null, tree, null, null)),
        select,
        List.of(),
        null,
        false,
        null,
        List.of());
  }
}
