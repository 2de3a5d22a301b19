package io.duckgres.transpiler.deparse;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.BetweenCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What PostgreSQL's parser makes of BETWEEN and IN: {@code src/backend/parser/parse_expr.c}. */
final class ExpandedForms {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  private ExpandedForms() {}

  /** The expression in the form in which PostgreSQL keeps it. */
  static SqlNode of(SqlNode node) {
    if (node instanceof BetweenCall between) {
      return between(between);
    }
    if (node instanceof InListCall in) {
      return in(in);
    }
    return node;
  }

  private static SqlNode between(BetweenCall call) {
    if (call.symmetric()) {
      throw new NoFormException(call);
    }
    SqlParserPos at = call.getParserPosition();
    String low = call.negated() ? "<" : ">=";
    String high = call.negated() ? ">" : "<=";
    return new LogicalCall(
        at,
        call.negated() ? LogicalCall.Kind.OR : LogicalCall.Kind.AND,
        List.of(
            compare(at, low, call.value(), call.low()),
            compare(at, high, call.value(), call.high())),
        BOOL);
  }

  private static SqlNode in(InListCall call) {
    SqlParserPos at = call.getParserPosition();
    String symbol = call.negated() ? "<>" : "=";
    List<SqlNode> constants = new ArrayList<>();
    List<SqlNode> tests = new ArrayList<>();
    for (SqlNode item : call.list()) {
      if (call.list().size() > 1 && !mentionsColumn(item)) {
        constants.add(item);
      }
    }
    if (constants.size() > 1) {
      tests.add(anyOf(call, symbol, constants));
    }
    for (SqlNode item : call.list()) {
      if (constants.size() < 2 || !constants.contains(item)) {
        tests.add(compare(at, symbol, text(call.value()), text(item)));
      }
    }
    LogicalCall.Kind kind = call.negated() ? LogicalCall.Kind.AND : LogicalCall.Kind.OR;
    return tests.size() == 1 ? tests.get(0) : new LogicalCall(at, kind, tests, BOOL);
  }

  private static SqlNode anyOf(InListCall call, String symbol, List<SqlNode> constants) {
    SqlParserPos at = call.getParserPosition();
    PgType element = Typed.typeOf(call.value());
    ExpressionType arrayType = ExpressionType.of(PgTypes.byOid(element.arrayOid()));
    if (arrayType.type() == null) {
      throw new NoFormException(call);
    }
    SqlNode array = new ArrayCall(at, constants, arrayType);
    if (element.equals(PgTypes.VARCHAR)) {
      array =
          new CastCall(
              at, array, null, true, ExpressionType.of(PgTypes.byOid(PgTypes.TEXT.arrayOid())));
    }
    return new QuantifiedCall(
        at, null, symbol, call.negated(), false, text(call.value()), array, List.of(), BOOL);
  }

  /** varchar has no comparison of its own: it is compared as text. */
  private static SqlNode text(SqlNode node) {
    PgType type = Typed.typeOf(node);
    return PgTypes.VARCHAR.equals(type)
        ? new CastCall(node.getParserPosition(), node, null, true, ExpressionType.of(PgTypes.TEXT))
        : node;
  }

  private static OperatorCall compare(SqlParserPos at, String symbol, SqlNode left, SqlNode right) {
    return new OperatorCall(at, null, symbol, left, right, null, BOOL);
  }

  private static boolean mentionsColumn(SqlNode node) {
    if (node instanceof ColumnRef) {
      return true;
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(ExpandedForms::mentionsColumn);
  }
}
