package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Queries as expressions, and comparisons with ANY and ALL.
 *
 * <p>Source: {@code src/backend/parser/parse_expr.c} (transformSubLink) and {@code parse_oper.c}
 * (make_scalar_array_op).
 */
final class SubqueryAnalyzer {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final OperatorAnalyzer operators;

  SubqueryAnalyzer(Analysis analysis, ExpressionAnalyzer expressions, OperatorAnalyzer operators) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.operators = operators;
  }

  SqlNode exists(ExistsCall call, Place place) {
    AnalyzedQuery query = query(call.query(), call, place);
    return new ExistsCall(call.getParserPosition(), query.node(), BOOL);
  }

  SqlNode scalar(ScalarQueryCall call, Place place) {
    AnalyzedQuery query = query(call.query(), call, place);
    ExpressionType type = single(query, call).type();
    return new ScalarQueryCall(call.getParserPosition(), query.node(), type);
  }

  SqlNode array(ArrayQueryCall call, Place place) {
    AnalyzedQuery query = query(call.query(), call, place);
    ExpressionType element = single(query, call).type();
    if (element == null) {
      return new ArrayQueryCall(call.getParserPosition(), query.node(), null);
    }
    PgType array =
        element.type().isArray() ? element.type() : analysis.coercions.arrayOf(element.type());
    if (array == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeNames.format(element.type()),
          call);
    }
    int levels = element.type().isArray() ? element.levels() + 1 : 1;
    return new ArrayQueryCall(
        call.getParserPosition(),
        query.node(),
        ExpressionType.of(array, element.typmod()).withLevels(levels));
  }

  private AnalyzedQuery query(SqlNode query, SqlNode call, Place place) {
    if (place.clause() == Clause.EXECUTE) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot use subquery in EXECUTE parameter", call);
    }
    return analysis.queries.analyze((QueryNode) query, place.scope());
  }

  private static OutputColumn single(AnalyzedQuery query, SqlNode call) {
    if (query.columns().size() != 1) {
      throw Analysis.error(SqlState.SYNTAX_ERROR, "subquery must return only one column", call);
    }
    return query.columns().get(0);
  }

  SqlNode quantified(QuantifiedCall call, Place place) {
    return call.source() instanceof QueryNode ? withQuery(call, place) : withArray(call, place);
  }

  private SqlNode withQuery(QuantifiedCall call, Place place) {
    boolean row = call.value() instanceof RowCall;
    List<SqlNode> values =
        row
            ? expressions.analyzeAll(((RowCall) call.value()).fields(), place)
            : List.of(expressions.analyze(call.value(), place));
    AnalyzedQuery query = query(call.source(), call, place);
    if (query.columns().size() > values.size()) {
      throw Analysis.error(SqlState.SYNTAX_ERROR, "subquery has too many columns", call);
    }
    if (query.columns().size() < values.size()) {
      throw Analysis.error(SqlState.SYNTAX_ERROR, "subquery has too few columns", call);
    }
    List<SqlNode> converted = new ArrayList<>();
    List<PgOperator> found = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ExpressionType column = query.columns().get(i).type();
      PgType valueType = Typed.typeOf(values.get(i));
      if (column == null || valueType == null) {
        converted.add(values.get(i));
        continue;
      }
      PgOperator operator =
          operators.find(call.getParserPosition(), call.symbol(), valueType, column.type());
      requireBoolean(operator, call);
      found.add(operator);
      PgType target = Polymorphism.isPolymorphic(operator.left()) ? column.type() : operator.left();
      converted.add(analysis.conversion.convert(values.get(i), target));
    }
    SqlNode value =
        row ? new RowCall(call.value().getParserPosition(), converted) : converted.get(0);
    return new QuantifiedCall(
        call.getParserPosition(),
        call.schema(),
        call.symbol(),
        call.all(),
        call.in(),
        value,
        query.node(),
        found,
        BOOL);
  }

  private static void requireBoolean(PgOperator operator, QuantifiedCall call) {
    if (!operator.result().equals(PgTypes.BOOL)) {
      throw Analysis.error(
          SqlState.WRONG_OBJECT_TYPE,
          "operator "
              + operator.name()
              + " must return type boolean, not type "
              + TypeNames.format(operator.result()),
          call);
    }
  }

  private SqlNode withArray(QuantifiedCall call, Place place) {
    SqlNode value = expressions.analyze(call.value(), place);
    SqlNode source = expressions.analyze(call.source(), place);
    PgType valueType = Typed.typeOf(value);
    PgType sourceType = Typed.typeOf(source);
    if (valueType == null || sourceType == null) {
      return typed(call, value, source, null);
    }
    boolean unknown = sourceType.equals(PgTypes.UNKNOWN);
    PgType element = unknown ? PgTypes.UNKNOWN : analysis.coercions.elementOf(sourceType);
    if (element == null) {
      throw Analysis.error(
          SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires array on right side", call);
    }
    PgOperator operator;
    try {
      operator = analysis.operators.resolve(call.symbol(), valueType, element);
    } catch (PgException e) {
      throw Analysis.at(e, call);
    }
    if (!operator.result().equals(PgTypes.BOOL)) {
      throw Analysis.error(
          SqlState.WRONG_OBJECT_TYPE,
          "op ANY/ALL (array) requires operator to yield boolean",
          call);
    }
    PgType rightElement = Polymorphism.isPolymorphic(operator.right()) ? element : operator.right();
    PgType leftTarget = Polymorphism.isPolymorphic(operator.left()) ? valueType : operator.left();
    PgType array = analysis.coercions.arrayOf(rightElement);
    if (array == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeNames.format(rightElement),
          call);
    }
    SqlNode newSource = analysis.conversion.convert(source, array);
    return typed(call, analysis.conversion.convert(value, leftTarget), newSource, operator);
  }

  private static SqlNode typed(
      QuantifiedCall call, SqlNode value, SqlNode source, PgOperator operator) {
    return new QuantifiedCall(
        call.getParserPosition(),
        call.schema(),
        call.symbol(),
        call.all(),
        call.in(),
        value,
        source,
        operator == null ? List.of() : List.of(operator),
        BOOL);
  }
}
