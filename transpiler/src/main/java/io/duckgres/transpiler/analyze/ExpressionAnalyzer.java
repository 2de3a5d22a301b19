package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.input.IntervalLiteral;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.BetweenCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CurrentOfCall;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.TestCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValueFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * Types expressions: sends each kind of node to the class that knows it.
 *
 * <p>Source: {@code src/backend/parser/parse_expr.c} (transformExprRecurse).
 */
final class ExpressionAnalyzer {
  /** Analyses one kind of node. */
  private interface Handler {
    SqlNode analyze(SqlNode node, Place place);
  }

  private final Analysis analysis;
  private final Map<Class<?>, Handler> handlers = new HashMap<>();

  ExpressionAnalyzer(Analysis analysis) {
    this.analysis = analysis;
    OperatorAnalyzer operators = new OperatorAnalyzer(analysis, this);
    PredicateAnalyzer predicates = new PredicateAnalyzer(analysis, this, operators);
    ConditionalAnalyzer conditionals = new ConditionalAnalyzer(analysis, this, operators);
    ConstructorAnalyzer constructors = new ConstructorAnalyzer(analysis, this);
    SubqueryAnalyzer subqueries = new SubqueryAnalyzer(analysis, this, operators);
    FunctionAnalyzer functions = new FunctionAnalyzer(analysis, this);
    on(SqlIdentifier.class, this::column);
    on(PgLiteral.class, (node, place) -> node);
    on(ParameterRef.class, (node, place) -> parameter(node));
    on(OperatorCall.class, operators::operator);
    on(LogicalCall.class, this::logical);
    on(TestCall.class, predicates::test);
    on(DistinctFromCall.class, predicates::distinctFrom);
    on(BetweenCall.class, predicates::between);
    on(InListCall.class, predicates::inList);
    on(QuantifiedCall.class, subqueries::quantified);
    on(ExistsCall.class, subqueries::exists);
    on(ScalarQueryCall.class, subqueries::scalar);
    on(ArrayQueryCall.class, subqueries::array);
    on(CaseCall.class, conditionals::caseCall);
    on(SpecialCall.class, conditionals::special);
    on(ArrayCall.class, constructors::array);
    on(RowCall.class, constructors::row);
    on(SubscriptCall.class, constructors::subscript);
    on(FieldCall.class, constructors::field);
    on(ValueFunction.class, (node, place) -> valueFunction(node));
    on(CollateCall.class, this::collate);
    on(CastCall.class, this::cast);
    on(FunctionCall.class, functions::call);
    on(CurrentOfCall.class, new CurrentOf(analysis)::analyze);
    on(SqlJsonCall.class, new SqlJsonAnalyzer(analysis, this)::call);
    on(
        DefaultValue.class,
        (node, place) -> {
          throw Analysis.error(
              SqlState.SYNTAX_ERROR, "DEFAULT is not allowed in this context", node);
        });
  }

  private <T extends SqlNode> void on(
      Class<T> type, java.util.function.BiFunction<T, Place, SqlNode> handler) {
    handlers.put(type, (node, place) -> handler.apply(type.cast(node), place));
  }

  /** The expression, typed. Unknown literals stay unknown until a context types them. */
  SqlNode analyze(SqlNode node, Place place) {
    Handler handler = handlers.get(node.getClass());
    if (handler == null) {
      throw Analysis.at(
          PgException.notSupported("the expression " + node.getClass().getSimpleName()), node);
    }
    return handler.analyze(node, place);
  }

  List<SqlNode> analyzeAll(List<SqlNode> nodes, Place place) {
    List<SqlNode> analyzed = new ArrayList<>();
    for (SqlNode node : nodes) {
      analyzed.add(analyze(node, place));
    }
    return analyzed;
  }

  private SqlNode parameter(ParameterRef parameter) {
    if (analysis.routineArguments != null
        && parameter.source() instanceof PlanParameter.Client argument) {
      return routineArgument(argument.number());
    }
    return parameter.source() instanceof PlanParameter.Client
        ? analysis.conversion.ofRow(analysis.parameters.reference(parameter))
        : parameter;
  }

  private SqlNode routineArgument(int number) {
    if (number > analysis.routineArguments.size()) {
      throw new PgException(SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + number);
    }
    return analysis.routineArguments.get(number - 1);
  }

  private SqlNode column(SqlIdentifier name, Place place) {
    SqlNode column = ColumnLookup.resolve(name, place.scope());
    if (!(column instanceof ColumnRef row)
        || row.rowFields().isEmpty()
        || !(row.rowFields().get(0).value() instanceof ColumnRef first)) {
      return column;
    }
    Relation relation =
        first.tableOid() == 0 ? null : analysis.catalog.relationByOid(first.tableOid());
    PgType type =
        relation == null ? null : analysis.catalog.type(relation.schema(), relation.name());
    boolean whole =
        RowConversion.isComposite(type)
            && relation.attributes().size() == row.rowFields().size()
            && row.rowFields().stream()
                .allMatch(
                    field ->
                        field.value() instanceof ColumnRef of && of.tableOid() == first.tableOid());
    return whole ? row.typed(ExpressionType.of(type)) : row;
  }

  private SqlNode logical(LogicalCall call, Place place) {
    List<SqlNode> operands = new ArrayList<>();
    for (SqlNode operand : call.operands()) {
      operands.add(analysis.conversion.toBoolean(analyze(operand, place), call.kind().toString()));
    }
    return new LogicalCall(
        call.getParserPosition(), call.kind(), operands, ExpressionType.of(PgTypes.BOOL));
  }

  private static SqlNode valueFunction(ValueFunction function) {
    PgType type =
        switch (function.kind()) {
          case CURRENT_DATE -> PgTypes.DATE;
          case CURRENT_TIME -> PgTypes.TIMETZ;
          case CURRENT_TIMESTAMP -> PgTypes.TIMESTAMPTZ;
          case LOCALTIME -> PgTypes.TIME;
          case LOCALTIMESTAMP -> PgTypes.TIMESTAMP;
          case SYSTEM_USER -> PgTypes.TEXT;
          case CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, CURRENT_CATALOG, CURRENT_SCHEMA ->
              PgTypes.NAME;
        };
    return function.typed(ExpressionType.of(type, Math.min(function.precision(), 6)));
  }

  private SqlNode collate(CollateCall call, Place place) {
    Collations.check(call);
    analysis.collated = true;
    SqlNode operand = analyze(call.operand(), place);
    PgType type = Typed.typeOf(operand);
    if (type == null) {
      return operand;
    }
    if (type.equals(PgTypes.UNKNOWN)) {
      operand = analysis.conversion.convert(operand, PgTypes.TEXT);
    } else if (type.category() != 'S' && !type.isArray()) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH,
          "collations are not supported by type " + TypeNames.format(type),
          call);
    }
    return new CollateCall(call.getParserPosition(), operand, call.collation(), Typed.of(operand));
  }

  private SqlNode cast(CastCall call, Place place) {
    if (call.target() == null) {
      return call;
    }
    ExpressionType target = analysis.types.find(call.target());
    if (target.type().equals(PgTypes.UNKNOWN)) {
      return analyze(call.operand(), place);
    }
    if (call.operand() instanceof PgLiteral literal
        && literal.isUnknown()
        && literal.text() != null
        && target.type().equals(PgTypes.INTERVAL)
        && target.typmod() >= 0) {
      return restrictedInterval(literal, target);
    }
    SqlNode operand = operandFor(call.operand(), target.type(), place);
    if (Typed.typeOf(operand) == null) {
      return new CastCall(call.getParserPosition(), operand, call.target(), false, target);
    }
    SqlNode converted = analysis.conversion.tryConvert(operand, target, PgCast.Context.EXPLICIT);
    if (converted == null) {
      throw Analysis.at(Conversion.cannotCast(Typed.typeOf(operand), target.type()), call);
    }
    return converted;
  }

  /** {@code interval '5' day}: the fields of the type say what the number counts. */
  private SqlNode restrictedInterval(PgLiteral literal, ExpressionType target) {
    boolean sqlStandard = DateTimeLiterals.isSqlStandard(analysis.context);
    try {
      String text = IntervalLiteral.normal(literal.text(), target.typmod(), sqlStandard);
      return new PgLiteral(literal.getParserPosition(), text, target);
    } catch (PgException e) {
      throw Analysis.at(e, literal);
    }
  }

  /** ARRAY[…] takes its element type from a cast around it. */
  private SqlNode operandFor(SqlNode operand, PgType target, Place place) {
    PgType element = analysis.coercions.elementOf(target);
    if (operand instanceof ArrayCall array && element != null) {
      List<SqlNode> elements = new ArrayList<>();
      for (SqlNode node : array.elements()) {
        SqlNode item =
            node instanceof ArrayCall ? operandFor(node, target, place) : analyze(node, place);
        PgType to = node instanceof ArrayCall ? target : element;
        SqlNode converted = analysis.conversion.tryConvert(item, to, PgCast.Context.EXPLICIT);
        if (converted == null) {
          throw Analysis.at(
              Conversion.cannotCast(Typed.typeOf(item), to), Locations.leftmost(node));
        }
        elements.add(converted);
      }
      return new ArrayCall(
          array.getParserPosition(),
          elements,
          ExpressionType.of(analysis.coercions.baseOf(target)));
    }
    return analyze(operand, place);
  }
}
