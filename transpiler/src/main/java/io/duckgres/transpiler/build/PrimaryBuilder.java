package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.ArrayElementsContext;
import io.duckgres.grammar.PostgresParser.ArrayPrimaryContext;
import io.duckgres.grammar.PostgresParser.ArrayQueryPrimaryContext;
import io.duckgres.grammar.PostgresParser.BuiltinLiteralContext;
import io.duckgres.grammar.PostgresParser.BuiltinTypeLiteralContext;
import io.duckgres.grammar.PostgresParser.CasePrimaryContext;
import io.duckgres.grammar.PostgresParser.CommonFunctionPrimaryContext;
import io.duckgres.grammar.PostgresParser.ConstantPrimaryContext;
import io.duckgres.grammar.PostgresParser.ExistsPrimaryContext;
import io.duckgres.grammar.PostgresParser.GroupingPrimaryContext;
import io.duckgres.grammar.PostgresParser.IntervalLiteralContext;
import io.duckgres.grammar.PostgresParser.IntervalPrecisionLiteralContext;
import io.duckgres.grammar.PostgresParser.JsonAggregatePrimaryContext;
import io.duckgres.grammar.PostgresParser.NamePrimaryContext;
import io.duckgres.grammar.PostgresParser.ParameterPrimaryContext;
import io.duckgres.grammar.PostgresParser.ParenthesesPrimaryContext;
import io.duckgres.grammar.PostgresParser.PrimaryContext;
import io.duckgres.grammar.PostgresParser.RowPrimaryContext;
import io.duckgres.grammar.PostgresParser.SubqueryPrimaryContext;
import io.duckgres.grammar.PostgresParser.TypeLiteralPrimaryContext;
import io.duckgres.grammar.PostgresParser.UniquePrimaryContext;
import io.duckgres.grammar.PostgresParser.WhenClauseContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Operands of operators (gram.y: c_expr). */
final class PrimaryBuilder {
  private PrimaryBuilder() {}

  static SqlNode primary(PrimaryContext context) {
    if (context instanceof NamePrimaryContext name) {
      return NameExpressionBuilder.build(name.nameExpr());
    }
    if (context instanceof ConstantPrimaryContext constant) {
      return LiteralBuilder.constant(constant.constant());
    }
    if (context instanceof ParameterPrimaryContext parameter) {
      return parameter(parameter);
    }
    if (context instanceof ParenthesesPrimaryContext parentheses) {
      return parentheses(parentheses);
    }
    if (context instanceof CommonFunctionPrimaryContext function) {
      return CommonFunctionBuilder.function(function.commonFunction());
    }
    if (context instanceof CasePrimaryContext caseOf) {
      return caseOf(caseOf);
    }
    if (context instanceof TypeLiteralPrimaryContext literal) {
      return typedLiteral(literal.builtinTypeLiteral());
    }
    if (context instanceof JsonAggregatePrimaryContext aggregate) {
      return SqlJsonBuilder.aggregate(aggregate.jsonAggregate())
          .aggregate(
              CallBuilder.filter(aggregate.filterClause()),
              CallBuilder.over(aggregate.overClause()));
    }
    return constructorOrQuery(context);
  }

  private static SqlNode constructorOrQuery(PrimaryContext context) {
    SqlParserPos position = Tokens.position(context);
    if (context instanceof SubqueryPrimaryContext subquery) {
      SqlNode query =
          new ScalarQueryCall(Tokens.position(subquery.query), QueryBuilder.query(subquery.query));
      return Indirections.apply(query, subquery.indirection(), subquery);
    }
    if (context instanceof ExistsPrimaryContext exists) {
      return new ExistsCall(position, QueryBuilder.query(exists.query));
    }
    if (context instanceof ArrayPrimaryContext array) {
      return array(position, array.arrayElements());
    }
    if (context instanceof ArrayQueryPrimaryContext array) {
      return new ArrayQueryCall(position, QueryBuilder.query(array.query));
    }
    if (context instanceof RowPrimaryContext row) {
      return new RowCall(position, ExpressionBuilder.expressions(row.expressions));
    }
    if (context instanceof GroupingPrimaryContext grouping) {
      return new SpecialCall(
          position, SpecialCall.Kind.GROUPING, ExpressionBuilder.expressions(grouping.expressions));
    }
    if (context instanceof UniquePrimaryContext) {
      throw new PgException(
              SqlState.FEATURE_NOT_SUPPORTED, "UNIQUE predicate is not yet implemented")
          .withPosition(context.getStart().getStartIndex() + 1);
    }
    // ANY and ALL behind an operator are that operator's business.
    throw BuildErrors.near("syntax error", context.getStart());
  }

  static SqlNode typedLiteral(BuiltinTypeLiteralContext context) {
    Token start = context.getStart();
    if (context instanceof BuiltinLiteralContext builtin) {
      TypeName type = BuiltinTypes.literalType(builtin.builtinType());
      return LiteralBuilder.typed(start, type, builtin.literal);
    }
    if (context instanceof IntervalLiteralContext interval) {
      List<SqlNode> fields = IntervalModifiers.fields(interval.intervalFields());
      TypeName type = TypeNameBuilder.system("interval", fields, start);
      return LiteralBuilder.typed(start, type, interval.literal);
    }
    IntervalPrecisionLiteralContext interval = (IntervalPrecisionLiteralContext) context;
    List<SqlNode> precision = IntervalModifiers.precision(interval.precision);
    TypeName type = TypeNameBuilder.system("interval", precision, start);
    return LiteralBuilder.typed(start, type, interval.literal);
  }

  private static SqlNode parameter(ParameterPrimaryContext context) {
    Token token = context.PARAM().getSymbol();
    int number = Integer.parseInt(Tokens.value(token));
    SqlNode parameter =
        new ParameterRef(Tokens.position(token), new PlanParameter.Client(number), null);
    return Indirections.apply(parameter, context.indirection(), context);
  }

  private static SqlNode parentheses(ParenthesesPrimaryContext context) {
    if (context.expressions.size() > 1) {
      List<SqlNode> fields = ExpressionBuilder.expressions(context.expressions);
      return new RowCall(Tokens.position(context), fields);
    }
    SqlNode inner = ExpressionBuilder.expression(context.expressions.get(0));
    if (inner instanceof ScalarQueryCall query) {
      // A query takes all brackets around it.
      inner = new ScalarQueryCall(Tokens.position(context), query.query());
    }
    return Indirections.apply(inner, context.indirection(), context);
  }

  private static SqlNode array(SqlParserPos position, ArrayElementsContext context) {
    if (context.rows.isEmpty()) {
      return new ArrayCall(position, ExpressionBuilder.expressions(context.expressions));
    }
    List<SqlNode> rows = new ArrayList<>(context.rows.size());
    for (ArrayElementsContext row : context.rows) {
      rows.add(array(Tokens.position(row), row));
    }
    return new ArrayCall(position, rows);
  }

  private static SqlNode caseOf(CasePrimaryContext context) {
    List<SqlNode> conditions = new ArrayList<>();
    List<SqlNode> results = new ArrayList<>();
    for (WhenClauseContext when : context.whenClause()) {
      conditions.add(ExpressionBuilder.expression(when.condition));
      results.add(ExpressionBuilder.expression(when.result));
    }
    return new CaseCall(
        Tokens.position(context),
        context.operand == null ? null : ExpressionBuilder.expression(context.operand),
        conditions,
        results,
        context.elseResult == null ? null : ExpressionBuilder.expression(context.elseResult));
  }
}
