package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.BetweenCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.TestCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** IS, IS DISTINCT FROM, BETWEEN and IN with a list. */
final class PredicateAnalyzer {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final OperatorAnalyzer operators;

  PredicateAnalyzer(Analysis analysis, ExpressionAnalyzer expressions, OperatorAnalyzer operators) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.operators = operators;
  }

  SqlNode test(TestCall call, Place place) {
    if (call.operand() instanceof RowCall row) {
      return testRow(call, row, place);
    }
    SqlNode operand = expressions.analyze(call.operand(), place);
    boolean nullTest =
        call.kind() == TestCall.Kind.IS_NULL || call.kind() == TestCall.Kind.IS_NOT_NULL;
    if (nullTest && (RowConversion.isComposite(Typed.typeOf(operand)) || isWholeRow(operand))) {
      return testComposite(call, operand);
    }
    operand =
        nullTest
            ? literalAsText(operand)
            : analysis.conversion.toBoolean(operand, call.kind().sql());
    return new TestCall(call.getParserPosition(), call.kind(), operand, BOOL);
  }

  private static boolean isWholeRow(SqlNode operand) {
    return operand instanceof ColumnRef row && !row.rowFields().isEmpty();
  }

  /** A literal becomes text; nothing says what type a parameter would have. */
  private SqlNode literalAsText(SqlNode operand) {
    return operand instanceof PgLiteral ? analysis.conversion.resolveUnknown(operand) : operand;
  }

  /** A row is null when all its fields are, and not null when none is. */
  private SqlNode testRow(TestCall call, RowCall row, Place place) {
    List<SqlNode> tests = new ArrayList<>();
    for (SqlNode field : row.fields()) {
      tests.add(test(new TestCall(call.getParserPosition(), call.kind(), field), place));
    }
    return new LogicalCall(call.getParserPosition(), LogicalCall.Kind.AND, tests, BOOL);
  }

  /** The same for a value of a composite type, which may be null as a whole too. */
  private SqlNode testComposite(TestCall call, SqlNode operand) {
    List<SqlNode> tests = new ArrayList<>();
    for (SqlNode field : analysis.conversion.rows().fields(operand)) {
      tests.add(new TestCall(call.getParserPosition(), call.kind(), field, BOOL));
    }
    return new LogicalCall(call.getParserPosition(), LogicalCall.Kind.AND, tests, BOOL);
  }

  SqlNode distinctFrom(DistinctFromCall call, Place place) {
    SqlNode left = expressions.analyze(call.left(), place);
    SqlNode right = expressions.analyze(call.right(), place);
    SqlNode equality = operators.apply(call.getParserPosition(), null, "=", left, right);
    if (equality instanceof OperatorCall operator) {
      left = operator.left();
      right = operator.right();
    }
    return new DistinctFromCall(call.getParserPosition(), call.negated(), left, right, BOOL);
  }

  SqlNode between(BetweenCall call, Place place) {
    SqlParserPos position = call.getParserPosition();
    SqlNode value = expressions.analyze(call.value(), place);
    SqlNode low = expressions.analyze(call.low(), place);
    SqlNode high = expressions.analyze(call.high(), place);
    SqlNode lower = operators.apply(position, null, ">=", value, low);
    SqlNode upper = operators.apply(position, null, "<=", value, high);
    if (!(lower instanceof OperatorCall first)
        || !(upper instanceof OperatorCall second)
        || !first.left().equalsDeep(second.left(), org.apache.calcite.util.Litmus.IGNORE)) {
      return comparisons(call, value, low, high, place);
    }
    return new BetweenCall(
        position,
        call.negated(),
        call.symmetric(),
        first.left(),
        first.right(),
        second.right(),
        BOOL);
  }

  /** The bounds convert the value differently: two comparisons, as PostgreSQL writes BETWEEN. */
  private SqlNode comparisons(
      BetweenCall call, SqlNode value, SqlNode low, SqlNode high, Place place) {
    SqlNode within = range(call, value, low, high);
    if (call.symmetric()) {
      within =
          new LogicalCall(
              call.getParserPosition(),
              LogicalCall.Kind.OR,
              List.of(within, range(call, value, high, low)),
              BOOL);
    }
    return call.negated()
        ? new LogicalCall(call.getParserPosition(), LogicalCall.Kind.NOT, List.of(within), BOOL)
        : within;
  }

  private SqlNode range(BetweenCall call, SqlNode value, SqlNode low, SqlNode high) {
    SqlParserPos position = call.getParserPosition();
    return new LogicalCall(
        position,
        LogicalCall.Kind.AND,
        List.of(
            operators.apply(position, null, ">=", value, low),
            operators.apply(position, null, "<=", value, high)),
        BOOL);
  }

  SqlNode inList(InListCall call, Place place) {
    if (call.value() instanceof RowCall) {
      return either(call, null, null, place);
    }
    SqlNode value = expressions.analyze(call.value(), place);
    List<SqlNode> list = expressions.analyzeAll(call.list(), place);
    List<PgType> types = new ArrayList<>();
    types.add(Typed.typeOf(value));
    list.forEach(item -> types.add(Typed.typeOf(item)));
    if (types.contains(null)) {
      return new InListCall(call.getParserPosition(), call.negated(), value, list, BOOL);
    }
    PgType common = analysis.coercions.commonType(types);
    if (common == null) {
      return either(call, value, list, place);
    }
    operators.find(call.getParserPosition(), "=", common, common);
    List<SqlNode> all = new ArrayList<>();
    all.add(value);
    all.addAll(list);
    List<SqlNode> converted = analysis.conversion.toType(all, common, "IN");
    return new InListCall(
        call.getParserPosition(),
        call.negated(),
        converted.get(0),
        converted.subList(1, converted.size()),
        BOOL);
  }

  /** No common type, or rows: each value is compared on its own. */
  private SqlNode either(InListCall call, SqlNode value, List<SqlNode> list, Place place) {
    SqlParserPos position = call.getParserPosition();
    String symbol = call.negated() ? "<>" : "=";
    List<SqlNode> tests = new ArrayList<>();
    for (int i = 0; i < call.list().size(); i++) {
      tests.add(
          list == null
              ? operators.operator(
                  new OperatorCall(position, null, symbol, call.value(), call.list().get(i), null),
                  place)
              : operators.apply(position, null, symbol, value, list.get(i)));
    }
    LogicalCall.Kind kind = call.negated() ? LogicalCall.Kind.AND : LogicalCall.Kind.OR;
    return tests.size() == 1 ? tests.get(0) : new LogicalCall(position, kind, tests, BOOL);
  }
}
