package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calls, by their rows or as the catalog emulation's macros. */
final class FunctionCallRule implements StructuralRule {
  /** Functions that give one of the values which they were given, as it is. */
  private static final Set<String> CHOOSING =
      Set.of("lag", "lead", "first_value", "last_value", "nth_value", "any_value");

  private static final Template NOT_BEFORE_NOW = Template.parse("greatest({0}, now())");

  private static final Template UNNEST = Template.parse("unnest({0})");

  private static final Set<String> CASTS =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "float4",
          "float8",
          "numeric",
          "text",
          "varchar",
          "name",
          "date",
          "time",
          "timetz",
          "timestamp",
          "timestamptz",
          "interval",
          "oid");

  private final EngineFunctions functions;

  FunctionCallRule(EngineFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = FilteredArguments.guarded(DistinctOrder.sorted((FunctionCall) node));
    PgProc proc = call.proc();
    if (proc == null) {
      EngineFunctions.EngineFunction function = functions.ofInformationSchema(call.name());
      return function == null ? call : macro(call, function);
    }
    FunctionRow row = FunctionRows.of(proc.signature());
    if (row == null && isCast(proc) && functions.of(proc.signature()) == null) {
      return new CastRule(functions)
          .apply(
              new CastCall(
                  call.getParserPosition(),
                  call.arguments().get(0),
                  null,
                  false,
                  call.expressionType()));
    }
    if (row == null) {
      return macro(call, proc);
    }
    if (row.refuse() != null) {
      throw refused(proc, call);
    }
    if (row.session() != null) {
      return session(call, row.session());
    }
    if (row.same() || row.checked() != null) {
      PgOperator operator = PgOperators.ofFunction(proc.signature());
      if (operator != null) {
        return new OperatorCallRule(functions).apply(asOperator(call, operator));
      }
    }
    if (proc.isOrderedSet() && proc.argumentTypes().equals(List.of(PgTypes.ANY))) {
      return HypotheticalRank.of(call);
    }
    if (row.collect() != null
        && (NumericForms.isText(call.arguments().get(0)) || isCollectOnly(row))) {
      return AggregateParts.collected(call, row);
    }
    if (!row.parts().isEmpty()) {
      return AggregateParts.combined(call, row);
    }
    if (row.text() != null
        && (OperatorCallRule.isTextOnly(row) || NumericForms.needsText(call.arguments()))) {
      return new TemplateCall(
          call.getParserPosition(),
          row.text(),
          NumericForms.toText(call.arguments()),
          NumericForms.textForm(call.expressionType()));
    }
    if (row.elements() != null) {
      return RangeElements.call(call, row.elements(), call.arguments(), call.expressionType());
    }
    if (row.list() != null) {
      SqlNode list = template(call, row.list());
      return new TemplateCall(
          call.getParserPosition(), UNNEST, List.of(list), call.expressionType());
    }
    if (row.sql() != null && row.output()) {
      if (call.options().variadic()) {
        return VariadicArray.call(call);
      }
      return new TemplateCall(
          call.getParserPosition(),
          row.sql(),
          new OutputTexts(new CastRule(functions)).of(call.arguments(), proc),
          call.expressionType());
    }
    if (row.sql() != null && row.padded()) {
      return new TemplateCall(
          call.getParserPosition(),
          row.sql(),
          OutputTexts.padded(call.arguments()),
          call.expressionType());
    }
    if (row.sql() != null) {
      return template(call, row.sql());
    }
    if (row.columns().size() > 0 || row.table() != null) {
      throw PgException.notSupported("the set-returning function " + proc.name() + " outside FROM")
          .withPosition(Positions.start(call) + 1);
    }
    boolean keepsText =
        CHOOSING.contains(proc.name())
            && (NumericForms.isText(call.arguments().get(0)) || hasNumericDefault(call));
    SqlNode renamed =
        new FunctionCall(
            call.getParserPosition(),
            List.of(row.name() == null ? proc.name() : row.name()),
            keepsText
                ? NumericForms.toText(call.arguments())
                : NumericForms.toNative(call.arguments()),
            call.options(),
            call.orderBy(),
            call.filter(),
            call.over(),
            proc,
            keepsText ? NumericForms.textForm(call.expressionType()) : call.expressionType());
    return row.wrap() == null
        ? renamed
        : new TemplateCall(
            call.getParserPosition(), row.wrap(), List.of(renamed), call.expressionType());
  }

  /** The row says that the engine has the operator which the function carries out. */
  private static OperatorCall asOperator(FunctionCall call, PgOperator operator) {
    List<SqlNode> arguments = call.arguments();
    return new OperatorCall(
        call.getParserPosition(),
        null,
        operator.name(),
        operator.left() == null ? null : arguments.get(0),
        arguments.get(arguments.size() - 1),
        operator,
        call.expressionType());
  }

  private static SqlNode template(FunctionCall call, Template template) {
    return new TemplateCall(
        call.getParserPosition(),
        template,
        NumericForms.toNative(call.arguments()),
        call.expressionType());
  }

  /** Functions that carry out a cast have the name of the type that they give. */
  private static boolean isCast(PgProc proc) {
    return proc.argumentTypes().size() == 1
        && CASTS.contains(proc.name())
        && proc.kind() == PgProc.Kind.FUNCTION;
  }

  /** The default of lag and lead may have another scale than the values. */
  private static boolean hasNumericDefault(FunctionCall call) {
    return call.arguments().size() == 3
        && PgTypes.NUMERIC.equals(Typed.typeOf(call.arguments().get(2)));
  }

  private static boolean isCollectOnly(FunctionRow row) {
    return !row.same() && row.parts().isEmpty();
  }

  private SqlNode macro(FunctionCall call, PgProc proc) {
    EngineFunctions.EngineFunction function = functions.of(proc.signature());
    if (function == null || function.table()) {
      throw refused(proc, call);
    }
    return macro(call, function);
  }

  private static SqlNode macro(FunctionCall call, EngineFunctions.EngineFunction function) {
    return new TemplateCall(
        call.getParserPosition(),
        Template.parse(function.engineName() + "({*})"),
        arguments(call, function),
        call.expressionType());
  }

  /** The call's arguments and the session's values behind them. */
  static List<SqlNode> arguments(FunctionCall call, EngineFunctions.EngineFunction function) {
    List<SqlNode> arguments = new ArrayList<>(NumericForms.toNative(call.arguments()));
    for (SessionValue value : function.added()) {
      arguments.add(sessionValue(call.getParserPosition(), value));
    }
    return arguments;
  }

  /** A value of the session's as an argument of a macro. */
  static SqlNode sessionValue(SqlParserPos position, SessionValue value) {
    ParameterRef parameter =
        new ParameterRef(
            position, new PlanParameter.Session(value, null), ExpressionType.of(PgTypes.TEXT));
    // A list of names travels as a JSON array.
    return value == SessionValue.SEARCH_PATH
        ? new TemplateCall(
            position, Template.parse("from_json({0}, '[\"VARCHAR\"]')"), List.of(parameter), null)
        : parameter;
  }

  private static SqlNode session(FunctionCall call, SessionValue value) {
    String argument = null;
    if (value == SessionValue.SETTING) {
      argument = settingName(call);
    } else if (value == SessionValue.SET_CONFIG) {
      argument = SetConfigArgument.of(call);
    }
    if (argument == null && (value == SessionValue.SETTING || value == SessionValue.SET_CONFIG)) {
      return template(call, FunctionRows.asks(call.proc().signature(), "VARCHAR"));
    }
    ParameterRef parameter =
        new ParameterRef(
            call.getParserPosition(),
            new PlanParameter.Session(value, argument),
            call.expressionType());
    // Outside of a block the engine's transaction starts a little later than they were taken.
    return value == SessionValue.STATEMENT_TIMESTAMP || value == SessionValue.CLOCK_TIMESTAMP
        ? new TemplateCall(
            call.getParserPosition(), NOT_BEFORE_NOW, List.of(parameter), call.expressionType())
        : parameter;
  }

  /** The name for the session's value; null when it is known only when it is called. */
  private static String settingName(FunctionCall call) {
    boolean missingOk =
        call.arguments().size() > 1
            && call.arguments().get(1) instanceof PgLiteral flag
            && "true".equals(flag.text());
    if (call.arguments().get(0) instanceof PgLiteral name
        && name.text() != null
        && (call.arguments().size() == 1 || call.arguments().get(1) instanceof PgLiteral)) {
      return missingOk ? name.text() + "?" : name.text();
    }
    return null;
  }

  static PgException refused(PgProc proc, SqlNode at) {
    StringBuilder text = new StringBuilder("function ").append(proc.name()).append('(');
    for (int i = 0; i < proc.argumentTypes().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(TypeNames.format(proc.argumentTypes().get(i)));
    }
    return PgException.notSupported(text.append(')').toString())
        .withPosition(Positions.start(at) + 1);
  }
}
