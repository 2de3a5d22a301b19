package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** CASE, COALESCE, NULLIF, GREATEST, LEAST and GROUPING. */
final class ConditionalAnalyzer {
  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final OperatorAnalyzer operators;

  ConditionalAnalyzer(
      Analysis analysis, ExpressionAnalyzer expressions, OperatorAnalyzer operators) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.operators = operators;
  }

  SqlNode caseCall(CaseCall call, Place around) {
    Place place = around.inside("CASE");
    SqlNode operand =
        call.operand() == null
            ? null
            : analysis.conversion.resolveUnknown(expressions.analyze(call.operand(), place));
    List<SqlNode> conditions = new ArrayList<>();
    for (SqlNode condition : call.conditions()) {
      SqlNode analyzed = expressions.analyze(condition, place);
      conditions.add(
          operand == null
              ? analysis.conversion.toBoolean(analyzed, "CASE/WHEN")
              : comparand(operand, condition, analyzed));
    }
    List<SqlNode> results = new ArrayList<>();
    // PostgreSQL looks at ELSE first when it chooses the type.
    results.add(
        call.otherwise() == null
            ? io.duckgres.transpiler.tree.PgLiteral.nullValue(call.getParserPosition())
            : expressions.analyze(call.otherwise(), place));
    results.addAll(expressions.analyzeAll(call.results(), place));
    PgType common = analysis.conversion.commonType(results, "CASE");
    List<SqlNode> converted =
        common == null ? results : analysis.conversion.toType(results, common, "CASE");
    ExpressionType type = common == null ? null : Conversion.commonType(converted, common);
    return new CaseCall(
        call.getParserPosition(),
        operand,
        conditions,
        converted.subList(1, converted.size()),
        call.otherwise() == null ? null : converted.get(0),
        type);
  }

  private SqlNode comparand(SqlNode operand, SqlNode source, SqlNode value) {
    SqlNode equality = operators.apply(source.getParserPosition(), null, "=", operand, value);
    return equality instanceof OperatorCall operator ? operator.right() : value;
  }

  SqlNode special(SpecialCall call, Place around) {
    Place place = call.kind() == SpecialCall.Kind.COALESCE ? around.inside("COALESCE") : around;
    List<SqlNode> arguments = expressions.analyzeAll(call.arguments(), place);
    return switch (call.kind()) {
      case GROUPING ->
          new SpecialCall(
              call.getParserPosition(), call.kind(), arguments, ExpressionType.of(PgTypes.INT4));
      case NULLIF -> nullIf(call, arguments);
      case COALESCE, GREATEST, LEAST -> common(call, arguments);
    };
  }

  private SqlNode common(SpecialCall call, List<SqlNode> arguments) {
    String construct = call.kind().toString();
    PgType common = analysis.conversion.commonType(arguments, construct);
    if (common == null) {
      return new SpecialCall(call.getParserPosition(), call.kind(), arguments, null);
    }
    List<SqlNode> converted = analysis.conversion.toType(arguments, common, construct);
    return new SpecialCall(
        call.getParserPosition(), call.kind(), converted, Conversion.commonType(converted, common));
  }

  private SqlNode nullIf(SpecialCall call, List<SqlNode> arguments) {
    SqlNode equality =
        operators.apply(call.getParserPosition(), null, "=", arguments.get(0), arguments.get(1));
    if (!(equality instanceof OperatorCall operator) || Typed.typeOf(operator.left()) == null) {
      return new SpecialCall(call.getParserPosition(), call.kind(), arguments, null);
    }
    return new SpecialCall(
        call.getParserPosition(),
        call.kind(),
        List.of(operator.left(), operator.right()),
        Typed.of(operator.left()));
  }
}
