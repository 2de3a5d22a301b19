package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.ResultShape;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.MergeNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The analysis' front door. Positions of the errors that it throws are UTF-16 offsets plus one. */
public final class StatementAnalyzer {
  private final PlanningContext context;
  private final Set<Routine> called = new LinkedHashSet<>();

  /** An analyser for statements of one session; cheap to make. */
  public StatementAnalyzer(PlanningContext context) {
    this.context = context;
  }

  private Analysis analysis(ParameterTypes parameterTypes) {
    Analysis analysis = new Analysis(context, parameterTypes);
    analysis.called = called;
    return analysis;
  }

  /** The users' functions that were called by what has been analysed so far. */
  public Set<Routine> called() {
    return called;
  }

  /**
   * Checks the body of a user's function.
   *
   * @throws PgException 42P13 when it does not give what the function returns, and what the
   *     analysis says of the body
   */
  public void check(Routine routine) {
    new RoutineBody(
            analysis(ParameterTypes.of(List.of())),
            routine,
            placeholders(routine),
            routine.proc().resultType())
        .check();
  }

  /**
   * What can be changed through a view.
   *
   * @param obstacle why nothing can, in PostgreSQL's words; null when something can
   * @param columns the columns that can be changed, by their place
   */
  public record Updatability(String obstacle, List<Integer> columns) {}

  /** What could be changed through a view of this query. */
  public Updatability updatability(QueryNode query) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    UpdatableView.Reading reading =
        UpdatableView.reading(analysis.queries.analyze(query, null).node(), analysis);
    if (reading.obstacle() != null) {
      return new Updatability(reading.obstacle(), List.of());
    }
    List<Integer> columns = new ArrayList<>(reading.columns(analysis));
    return columns.isEmpty()
        ? new Updatability(ViewObstacle.notColumns(), columns)
        : new Updatability(null, columns);
  }

  /** A function's body in a form that is shown instead of executed; null when it changes data. */
  public List<QueryNode> shown(Routine routine) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    analysis.keepsForm = true;
    return new RoutineBody(analysis, routine, placeholders(routine), routine.proc().resultType())
        .statements();
  }

  /** Arguments that are known by their types alone. */
  private static List<SqlNode> placeholders(Routine routine) {
    List<SqlNode> placeholders = new ArrayList<>();
    for (Routine.Parameter parameter : routine.inputs()) {
      ExpressionType type = ExpressionType.of(parameter.type());
      placeholders.add(new ColumnRef(SqlParserPos.ZERO, null, parameter.name(), type, 0, 0));
    }
    return placeholders;
  }

  /**
   * Analyses a {@link QueryNode}, {@link InsertNode}, {@link UpdateNode}, {@link DeleteNode} or
   * {@link MergeNode}.
   *
   * @param parameterTypes what is known of the parameters
   * @throws PgException PostgreSQL's error
   */
  public AnalyzedStatement analyze(SqlNode statement, ParameterTypes parameterTypes) {
    Analysis analysis = analysis(parameterTypes);
    SqlNode node;
    List<OutputColumn> columns;
    if (statement instanceof QueryNode query) {
      AnalyzedQuery analyzed = analysis.queries.analyze(query, null);
      node = analyzed.node();
      columns = analyzed.columns();
    } else {
      DataStatement analyzed = dataStatement(analysis, statement, null);
      node = analyzed.node();
      columns = analyzed.returning();
      if (analyzed.stage() != null) {
        analysis.stages.add(analyzed.stage());
      }
    }
    return new AnalyzedStatement(
        node,
        columns == null ? null : shape(columns, node),
        parameters(analysis, columns),
        analysis.sequence,
        analysis.insertTarget,
        analysis.insertsDefaults,
        analysis.stages);
  }

  /**
   * Analyses a query whose result is stored: each column is brought to exactly the engine's storage
   * of its type.
   *
   * @throws PgException PostgreSQL's error
   */
  public AnalyzedStatement stored(QueryNode query) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    AnalyzedQuery analyzed = analysis.queries.analyze(query, null);
    if (!analysis.stages.isEmpty()) {
      throw PgException.notSupported("a query that changes data in this place");
    }
    AnalyzedQuery stored =
        new ColumnConversion(analysis).map(analyzed, (node, index) -> StoredValue.of(node));
    return new AnalyzedStatement(
        stored.node(),
        shape(analyzed.columns(), analyzed.node()),
        parameters(analysis, analyzed.columns()));
  }

  static DataStatement dataStatement(Analysis analysis, SqlNode statement, Scope parent) {
    if (statement instanceof InsertNode insert) {
      return new InsertAnalyzer(analysis).analyze(insert, parent);
    }
    if (statement instanceof UpdateNode update) {
      return new UpdateAnalyzer(analysis).analyze(update, parent);
    }
    if (statement instanceof MergeNode merge) {
      return new MergeAnalyzer(analysis).analyze(merge, parent);
    }
    return new DeleteAnalyzer(analysis).analyze((DeleteNode) statement, parent);
  }

  private static List<PgType> parameters(Analysis analysis, List<OutputColumn> columns) {
    boolean engineTyped =
        columns != null && columns.stream().anyMatch(column -> column.type() == null);
    return engineTyped ? analysis.parameters.known() : analysis.parameters.finish();
  }

  private ResultShape shape(List<OutputColumn> columns, SqlNode statement) {
    List<ResultColumn> result = new ArrayList<>();
    for (OutputColumn column : columns) {
      ExpressionType type = column.type() == null ? null : unchecked(column.type());
      result.add(
          new ResultColumn(
              column.name(),
              type == null ? null : type.type(),
              type == null ? -1 : type.typmod(),
              type == null ? 1 : type.levels(),
              RecordFields.of(statement, result.size()),
              column.tableOid(),
              column.attributeNumber()));
    }
    return new ResultShape(result);
  }

  /** What an expression in DDL is for; decides what may be in it. */
  public enum Use {
    CHECK,
    COPY_WHERE,
    DEFAULT,
    INDEX,
    USING
  }

  /**
   * Analyses an expression of DDL.
   *
   * @param relation whose columns it may use, unqualified or by the relation's name; null for none
   * @param target type that the value must have, null for any
   * @return the typed tree; columns are not qualified
   */
  public SqlNode expression(SqlNode expression, Relation relation, Use use, ExpressionType target) {
    return expression(analysis(ParameterTypes.of(List.of())), expression, relation, use, target);
  }

  /** The same, in a form that is shown instead of executed. */
  public SqlNode shown(SqlNode expression, Relation relation, Use use, ExpressionType target) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    analysis.keepsForm = true;
    return expression(analysis, expression, relation, use, target);
  }

  /** A query in a form that is shown instead of executed. */
  public QueryNode shown(QueryNode query) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    analysis.keepsForm = true;
    return analysis.queries.analyze(query, null).node();
  }

  private SqlNode expression(
      Analysis analysis, SqlNode expression, Relation relation, Use use, ExpressionType target) {
    Scope scope = new Scope(null);
    if (relation != null) {
      List<ScopeColumn> columns = new ArrayList<>();
      for (Attribute attribute : relation.attributes()) {
        ColumnRef column = FromAnalyzer.column(null, attribute, relation.oid());
        columns.add(new ScopeColumn(attribute.name(), column));
      }
      scope.add(
          new ScopeItem(relation.name(), relation.schema(), relation.name(), columns, true, true));
    }
    Clause clause =
        switch (use) {
          case CHECK -> Clause.CHECK;
          case COPY_WHERE -> Clause.COPY_WHERE;
          case DEFAULT -> Clause.DEFAULT;
          case INDEX -> Clause.INDEX;
          case USING -> Clause.OTHER;
        };
    SqlNode analyzed = analysis.expressions.analyze(expression, Place.of(scope, clause));
    if (use == Use.COPY_WHERE) {
      return analysis.conversion.toBoolean(analyzed, "WHERE");
    }
    if (target == null) {
      return use == Use.CHECK
          ? analysis.conversion.toBoolean(analyzed, "CHECK")
          : analysis.conversion.resolveUnknown(analyzed);
    }
    SqlNode converted =
        analysis.conversion.tryConvert(analyzed, unchecked(target), PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw new PgException(
          SqlState.DATATYPE_MISMATCH,
          "expression is of type "
              + TypeNames.format(Typed.typeOf(analyzed))
              + " but must be of type "
              + TypeNames.format(target.type()));
    }
    return converted;
  }

  /** The engine takes no checks of domains in definitions: the names in them look like columns. */
  private ExpressionType unchecked(ExpressionType target) {
    return target.type().kind() == TypeKind.DOMAIN
        ? ExpressionType.of(
            context.catalog().typeByOid(target.type().baseOid()), target.type().baseTypmod())
        : target;
  }

  /**
   * Analyses the arguments of EXECUTE as one row.
   *
   * @param types types of the prepared statement's parameters
   */
  public AnalyzedStatement arguments(List<SqlNode> arguments, List<PgType> types) {
    Analysis analysis = analysis(ParameterTypes.of(List.of()));
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      SqlNode analyzed =
          analysis.expressions.analyze(arguments.get(i), Place.of(new Scope(null), Clause.EXECUTE));
      PgType wanted = types.get(i) == null ? PgTypes.TEXT : types.get(i);
      SqlNode converted =
          analysis.conversion.tryConvert(analyzed, wanted, PgCast.Context.ASSIGNMENT);
      if (converted == null) {
        throw Analysis.error(
                SqlState.DATATYPE_MISMATCH,
                "parameter $"
                    + (i + 1)
                    + " of type "
                    + TypeNames.format(Typed.typeOf(analyzed))
                    + " cannot be coerced to the expected type "
                    + TypeNames.format(wanted),
                arguments.get(i))
            .withHint("You will need to rewrite or cast the expression.");
      }
      String name = "p" + (i + 1);
      targets.add(new Target(name, name, converted));
    }
    QueryNode query =
        SetOperationAnalyzer.asQuery(
            new io.duckgres.transpiler.tree.SelectCore(
                SqlParserPos.ZERO,
                false,
                List.of(),
                TargetList.items(targets),
                List.of(),
                null,
                false,
                List.of(),
                null,
                List.of()));
    return new AnalyzedStatement(query, shape(TargetList.columns(targets), query), List.of());
  }

  /**
   * How PostgreSQL names a column of this expression.
   *
   * @return null when it has no name for it
   */
  public static String columnName(SqlNode expression) {
    String name = ColumnNames.of(expression);
    return name.equals(ColumnNames.NONE) ? null : name;
  }
}
