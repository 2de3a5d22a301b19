package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.TestCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Sees to it that an argument in a function's body is evaluated once for each row, and that a
 * strict function is not evaluated for nulls.
 *
 * <p>An argument that is used several times and is more than a value or a column goes into a list
 * of one element, over which the body is a lambda: the engine has no other way to name a value in
 * the midst of an expression.
 */
final class RoutineBinding {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  private final Routine routine;
  private final List<SqlNode> arguments;
  private final String variable;

  /**
   * @param depth how many functions are around
   */
  RoutineBinding(Routine routine, List<SqlNode> arguments, int depth) {
    this.routine = routine;
    this.arguments = arguments;
    this.variable = "arguments_" + depth;
  }

  /** The value with its arguments bound. */
  SqlNode bound(SqlNode body, ExpressionType type) {
    SqlNode value = strict(body, type);
    List<SqlNode> named = new ArrayList<>();
    for (SqlNode argument : arguments) {
      int uses = uses(value, argument);
      boolean once = isCheap(argument) || !isVolatile(argument) && uses <= 1;
      if (!once && (isVolatile(argument) ? uses != 1 : uses > 1)) {
        named.add(argument);
      }
    }
    return named.isEmpty() ? value : named(value, named, type);
  }

  private SqlNode named(SqlNode value, List<SqlNode> named, ExpressionType type) {
    if (containsQuery(value)) {
      if (named.stream().anyMatch(RoutineBinding::isVolatile)) {
        throw PgException.notSupported(
            "a volatile argument of a function in SQL that reads tables");
      }
      return value;
    }
    List<SqlNode> operands = new ArrayList<>(named);
    SqlNode body = value;
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < named.size(); i++) {
      SqlNode argument = named.get(i);
      fields.append(i == 0 ? "" : ", ").append("a").append(i).append(" := {").append(i).append("}");
      ColumnRef reference =
          new ColumnRef(SqlParserPos.ZERO, variable, "a" + i, Typed.of(argument), 0, 0);
      body = replaced(body, argument, reference);
    }
    operands.add(body);
    Template template =
        Template.parse(
            "list_extract(list_transform([struct_pack("
                + fields
                + ")], lambda "
                + variable
                + ": {"
                + named.size()
                + "}), 1)");
    return new TemplateCall(SqlParserPos.ZERO, template, operands, type);
  }

  private SqlNode strict(SqlNode body, ExpressionType type) {
    List<SqlNode> tests = new ArrayList<>();
    if (routine.proc().strict()) {
      for (SqlNode argument : arguments) {
        if (isNull(argument)) {
          return new PgLiteral(SqlParserPos.ZERO, null, type);
        }
        if (!(argument instanceof PgLiteral)) {
          tests.add(test(TestCall.Kind.IS_NULL, argument));
        }
      }
    }
    if (tests.isEmpty()) {
      return body;
    }
    SqlNode condition =
        tests.size() == 1
            ? tests.get(0)
            : new LogicalCall(SqlParserPos.ZERO, LogicalCall.Kind.OR, tests, BOOL);
    return new CaseCall(
        SqlParserPos.ZERO,
        null,
        List.of(condition),
        List.of(new PgLiteral(SqlParserPos.ZERO, null, type)),
        body,
        type);
  }

  /** That no argument of a strict function is null; null when that is certain or no matter. */
  SqlNode allGiven() {
    List<SqlNode> tests = new ArrayList<>();
    if (routine.proc().strict()) {
      for (SqlNode argument : arguments) {
        if (isNull(argument)) {
          return PgLiteral.bool(SqlParserPos.ZERO, false);
        }
        if (!(argument instanceof PgLiteral)) {
          tests.add(test(TestCall.Kind.IS_NOT_NULL, argument));
        }
      }
    }
    if (tests.isEmpty()) {
      return null;
    }
    return tests.size() == 1
        ? tests.get(0)
        : new LogicalCall(SqlParserPos.ZERO, LogicalCall.Kind.AND, tests, BOOL);
  }

  private static boolean isNull(SqlNode argument) {
    return argument instanceof PgLiteral literal && literal.isNullValue();
  }

  private static SqlNode test(TestCall.Kind kind, SqlNode argument) {
    return new TestCall(SqlParserPos.ZERO, kind, argument, BOOL);
  }

  private static boolean isCheap(SqlNode node) {
    return node instanceof PgLiteral
        || node instanceof ParameterRef
        || node instanceof ColumnRef
        || node instanceof CastCall cast && isCheap(cast.operand());
  }

  private static int uses(SqlNode node, SqlNode argument) {
    if (node == argument) {
      return 1;
    }
    int uses = 0;
    if (node instanceof PgNode parent) {
      for (SqlNode child : parent.getOperandList()) {
        uses += child == null ? 0 : uses(child, argument);
      }
    }
    return uses;
  }

  private static SqlNode replaced(SqlNode node, SqlNode argument, SqlNode by) {
    if (node == argument) {
      return by;
    }
    return node instanceof PgNode parent
        ? parent.mapChildren(child -> replaced(child, argument, by))
        : node;
  }

  private static boolean containsQuery(SqlNode node) {
    return node instanceof QueryNode
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutineBinding::containsQuery);
  }

  /** Whether two evaluations may differ within one statement. */
  static boolean isVolatile(SqlNode node) {
    return node instanceof FunctionCall call
            && call.proc() != null
            && call.proc().volatility() == 'v'
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutineBinding::isVolatile);
  }

  /**
   * Whether an expression is an aggregate, a window function or a set of values.
   *
   * @param arguments what is computed outside of it
   */
  static boolean computesFromRows(SqlNode node, List<SqlNode> arguments) {
    if (node instanceof QueryNode || arguments.stream().anyMatch(argument -> argument == node)) {
      return false;
    }
    return node instanceof FunctionCall call && isComputedFromRows(call)
        || node instanceof PgNode parent
            && parent.getOperandList().stream()
                .anyMatch(child -> computesFromRows(child, arguments));
  }

  /** Whether an expression has a window function. */
  static boolean hasWindow(SqlNode node) {
    return node instanceof FunctionCall call && call.over() != null
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutineBinding::hasWindow);
  }

  private static boolean isComputedFromRows(FunctionCall call) {
    return call.over() != null
        || call.proc() != null
            && (call.proc().kind() == PgProc.Kind.AGGREGATE || call.proc().returnsSet());
  }

  /**
   * Refuses arguments that would be taken for the body's own once they stand inside its query: the
   * engine tells by an aggregate's columns which query it belongs to.
   */
  static void checkInQuery(List<SqlNode> arguments) {
    for (SqlNode argument : arguments) {
      if (isMistakable(argument)) {
        throw PgException.notSupported(
            "a window function or count(*) as an argument of a function in SQL that reads tables");
      }
    }
  }

  private static boolean isMistakable(SqlNode node) {
    if (node instanceof QueryNode) {
      return false;
    }
    if (node instanceof FunctionCall call && isComputedFromRows(call) && !hasColumn(call)) {
      return true;
    }
    return node instanceof FunctionCall call && call.over() != null
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutineBinding::isMistakable);
  }

  private static boolean hasColumn(SqlNode node) {
    return node instanceof ColumnRef
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(RoutineBinding::hasColumn);
  }
}
