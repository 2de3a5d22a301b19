package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Operators: finds the one that PostgreSQL would call and converts the operands to it. */
final class OperatorAnalyzer {
  private static final Set<String> ROW_COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;

  OperatorAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
  }

  SqlNode operator(OperatorCall call, Place place) {
    if (call.left() instanceof RowCall left
        && call.right() instanceof RowCall right
        && ROW_COMPARISONS.contains(call.symbol())) {
      return rows(call, left, right, place);
    }
    SqlNode left = call.left() == null ? null : expressions.analyze(call.left(), place);
    SqlNode right = expressions.analyze(call.right(), place);
    if (left instanceof RowCall && RowConversion.isComposite(Typed.typeOf(right))) {
      left = analysis.conversion.convert(left, Typed.typeOf(right));
    } else if (right instanceof RowCall && RowConversion.isComposite(Typed.typeOf(left))) {
      right = analysis.conversion.convert(right, Typed.typeOf(left));
    }
    return apply(call.getParserPosition(), call.schema(), call.symbol(), left, right);
  }

  /**
   * The operator applied to analysed operands.
   *
   * @param left null for a prefix operator
   */
  SqlNode apply(SqlParserPos position, String schema, String symbol, SqlNode left, SqlNode right) {
    PgType leftType = Typed.typeOf(left);
    PgType rightType = Typed.typeOf(right);
    if ((left != null && leftType == null) || rightType == null) {
      ExpressionType type = isBoolean(symbol) ? ExpressionType.of(PgTypes.BOOL) : null;
      return new OperatorCall(position, schema, symbol, left, right, null, type);
    }
    PgOperator operator = find(position, symbol, leftType, rightType);
    if (analysis.collated && left != null) {
      Collations.requireOne(List.of(left, right));
    }
    Polymorphism.Resolved types = polymorphic(operator, leftType, rightType);
    int last = types.arguments().size() - 1;
    SqlNode newLeft =
        left == null ? null : analysis.conversion.convert(left, types.arguments().get(0));
    SqlNode newRight = analysis.conversion.convert(right, types.arguments().get(last));
    return new OperatorCall(
        position,
        schema,
        operator.name(),
        newLeft,
        newRight,
        operator,
        resultType(operator, types.result(), left, right));
  }

  /** An array that is made of arrays has as many dimensions as the larger of them. */
  private static ExpressionType resultType(
      PgOperator operator, PgType result, SqlNode left, SqlNode right) {
    ExpressionType type = ExpressionType.of(result);
    return left != null && Polymorphism.isPolymorphic(operator.result())
        ? type.withLevels(ArrayLevels.most(List.of(left, right)))
        : type;
  }

  /** The operator for operands of these types, with its error at a position. */
  PgOperator find(SqlParserPos position, String symbol, PgType left, PgType right) {
    try {
      return analysis.operators.resolve(symbol, left, right);
    } catch (PgException e) {
      throw Analysis.at(e, io.duckgres.transpiler.tree.Positions.start(position));
    }
  }

  private Polymorphism.Resolved polymorphic(PgOperator operator, PgType left, PgType right) {
    List<PgType> actual = left == null ? List.of(right) : List.of(left, right);
    List<PgType> declared =
        left == null ? List.of(operator.right()) : List.of(operator.left(), operator.right());
    return new Polymorphism(analysis.coercions).resolve(actual, declared, operator.result());
  }

  private static boolean isBoolean(String symbol) {
    return ROW_COMPARISONS.contains(symbol) || symbol.contains("~~");
  }

  /** A comparison of rows, column by column. */
  private SqlNode rows(OperatorCall call, RowCall left, RowCall right, Place place) {
    List<SqlNode> lefts = expressions.analyzeAll(left.fields(), place);
    List<SqlNode> rights = expressions.analyzeAll(right.fields(), place);
    if (lefts.size() != rights.size()) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions", call);
    }
    if (lefts.isEmpty()) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot compare rows of zero length", call);
    }
    String symbol = call.symbol().equals("!=") ? "<>" : call.symbol();
    SqlParserPos position = call.getParserPosition();
    if (symbol.equals("=") || symbol.equals("<>")) {
      List<SqlNode> pairs = new ArrayList<>();
      for (int i = 0; i < lefts.size(); i++) {
        pairs.add(apply(position, null, symbol, lefts.get(i), rights.get(i)));
      }
      LogicalCall.Kind kind = symbol.equals("=") ? LogicalCall.Kind.AND : LogicalCall.Kind.OR;
      return pairs.size() == 1 ? pairs.get(0) : logical(position, kind, pairs);
    }
    return ordered(position, symbol, lefts, rights, 0);
  }

  /** a &lt; c OR (a = c AND …), from the column at {@code index} on. */
  private SqlNode ordered(
      SqlParserPos position, String symbol, List<SqlNode> lefts, List<SqlNode> rights, int index) {
    SqlNode left = lefts.get(index);
    SqlNode right = rights.get(index);
    if (index == lefts.size() - 1) {
      return apply(position, null, symbol, left, right);
    }
    SqlNode strict = apply(position, null, symbol.substring(0, 1), left, right);
    SqlNode equal = apply(position, null, "=", left, right);
    SqlNode rest = ordered(position, symbol, lefts, rights, index + 1);
    return logical(
        position,
        LogicalCall.Kind.OR,
        List.of(strict, logical(position, LogicalCall.Kind.AND, List.of(equal, rest))));
  }

  private static SqlNode logical(
      SqlParserPos position, LogicalCall.Kind kind, List<SqlNode> operands) {
    return new LogicalCall(position, kind, operands, ExpressionType.of(PgTypes.BOOL));
  }
}
