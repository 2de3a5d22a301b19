package io.duckgres.transpiler.deparse;

import static io.duckgres.transpiler.deparse.DeparseBuffer.ITEM;

import io.duckgres.pgtype.PgOperator;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.TestCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValueFunction;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Expressions: {@code get_rule_expr}. */
final class ExpressionDeparser {
  private final DeparseBuffer out;
  private final CallDeparser calls;

  ExpressionDeparser(DeparseBuffer out) {
    this.out = out;
    this.calls = new CallDeparser(out, this);
  }

  /** An operand, in parentheses where pretty printing needs them: {@code get_rule_expr_paren}. */
  void operand(SqlNode node, boolean showImplicit, SqlNode parent) {
    boolean parentheses =
        out.pretty() && !SimpleNodes.isSimple(ExpandedForms.of(node), ExpandedForms.of(parent));
    out.text(parentheses ? "(" : "");
    rule(node, showImplicit);
    out.text(parentheses ? ")" : "");
  }

  /** Arguments between commas. */
  void list(List<SqlNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      rule(nodes.get(i), true);
    }
  }

  /**
   * An expression.
   *
   * @param showImplicit whether a cast that nobody wrote is shown at its top
   */
  void rule(SqlNode written, boolean showImplicit) {
    SqlNode node = ExpandedForms.of(written);
    if (node instanceof PgLiteral constant) {
      ConstantText.write(constant, out, 0);
    } else if (node instanceof ColumnRef column) {
      column(column);
    } else if (node instanceof CastCall cast) {
      cast(cast, showImplicit);
    } else if (node instanceof OperatorCall call) {
      operator(call);
    } else if (node instanceof LogicalCall call) {
      logical(call);
    } else if (node instanceof FunctionCall call) {
      calls.function(call);
    } else if (node instanceof TestCall call) {
      test(call);
    } else if (node instanceof CaseCall call) {
      caseOf(call);
    } else if (node instanceof SpecialCall call) {
      calls.special(call);
    } else if (node instanceof ArrayCall array) {
      array(array);
    } else if (node instanceof QuantifiedCall call) {
      quantified(call);
    } else if (node instanceof DistinctFromCall call) {
      distinctFrom(call);
    } else if (node instanceof ValueFunction function) {
      calls.value(function);
    } else {
      other(node);
    }
  }

  private void other(SqlNode node) {
    if (node instanceof ScalarQueryCall call) {
      out.text("(");
      query(call.query());
      out.text(")");
    } else if (node instanceof ExistsCall call) {
      out.text("(EXISTS (");
      query(call.query());
      out.text("))");
    } else if (node instanceof ArrayQueryCall call) {
      out.text("ARRAY(");
      query(call.query());
      out.text(")");
    } else if (node instanceof RowCall row) {
      out.text("ROW(");
      list(row.fields());
      out.text(")");
    } else if (node instanceof CollateCall call) {
      out.parenthesis("(");
      operand(call.operand(), true, node);
      String name = call.collation().get(call.collation().size() - 1);
      out.text(" COLLATE ").identifier(name).parenthesis(")");
    } else if (node instanceof FieldCall call && call.field() != null) {
      out.text("(");
      rule(call.base(), true);
      out.text(").").identifier(call.field());
    } else if (node instanceof SubscriptCall call) {
      subscript(call);
    } else {
      throw new NoFormException(node);
    }
  }

  /** A query inside an expression. */
  void query(SqlNode query) {
    boolean before = out.qualified();
    new QueryDeparser(out).query((QueryNode) query, null, false, true);
    out.qualify(before);
  }

  private void column(ColumnRef column) {
    if (!column.rowFields().isEmpty()) {
      throw new NoFormException(column);
    }
    if (out.column() != null) {
      out.text(out.column());
      return;
    }
    if (out.qualified() && column.qualifier() != null) {
      out.identifier(column.qualifier()).text(".");
    }
    out.identifier(column.column());
  }

  private void cast(CastCall cast, boolean showImplicit) {
    ExpressionType target = cast.expressionType();
    if (cast.implicit() && !showImplicit) {
      operand(cast.operand(), false, cast);
      return;
    }
    SqlNode operand = ExpandedForms.of(cast.operand());
    boolean sameConstant =
        operand instanceof PgLiteral literal
            && literal.expressionType().type().equals(target.type())
            && literal.expressionType().typmod() < 0;
    if (sameConstant) {
      ConstantText.write((PgLiteral) operand, out, -1);
    } else {
      out.parenthesis("(");
      operand(cast.operand(), false, cast);
      out.parenthesis(")");
    }
    out.text("::").type(target.type(), target.typmod());
  }

  private void operator(OperatorCall call) {
    out.parenthesis("(");
    if (call.left() == null) {
      out.text(call.symbol()).text(" ");
    } else {
      operand(call.left(), true, call);
      out.text(" ").text(call.symbol()).text(" ");
    }
    operand(call.right(), true, call);
    out.parenthesis(")");
  }

  private void logical(LogicalCall call) {
    out.parenthesis("(");
    if (call.kind() == LogicalCall.Kind.NOT) {
      out.text("NOT ");
      operand(call.operands().get(0), false, call);
    } else {
      for (int i = 0; i < call.operands().size(); i++) {
        out.text(i == 0 ? "" : " " + call.kind() + " ");
        operand(call.operands().get(i), false, call);
      }
    }
    out.parenthesis(")");
  }

  private void test(TestCall call) {
    out.parenthesis("(");
    operand(call.operand(), true, call);
    out.text(" ").text(call.kind().sql()).parenthesis(")");
  }

  private void distinctFrom(DistinctFromCall call) {
    if (call.negated()) {
      out.parenthesis("(").text("NOT ").text(out.pretty() ? "(" : "");
    }
    out.parenthesis("(");
    operand(call.left(), true, call);
    out.text(" IS DISTINCT FROM ");
    operand(call.right(), true, call);
    out.parenthesis(")");
    if (call.negated()) {
      out.text(out.pretty() ? ")" : "").parenthesis(")");
    }
  }

  private void caseOf(CaseCall call) {
    out.keyword("CASE", 0, ITEM, 0);
    if (call.operand() != null) {
      out.text(" ");
      rule(call.operand(), true);
    }
    for (int i = 0; i < call.conditions().size(); i++) {
      out.keyword("WHEN ", 0, 0, 0);
      rule(call.conditions().get(i), call.operand() != null);
      out.text(" THEN ");
      rule(call.results().get(i), true);
    }
    out.keyword("ELSE ", 0, 0, 0);
    if (call.otherwise() == null) {
      ExpressionType type = call.expressionType();
      out.text("NULL::").type(type.type(), -1);
    } else {
      rule(call.otherwise(), true);
    }
    out.keyword("END", -ITEM, 0, 0);
  }

  private void array(ArrayCall array) {
    out.text("ARRAY[");
    list(array.elements());
    out.text("]");
    if (array.elements().isEmpty()) {
      out.text("::").type(array.expressionType().type(), -1);
    }
  }

  private void quantified(QuantifiedCall call) {
    boolean negatedIn = call.in() && call.all();
    if (call.source() instanceof QueryNode query) {
      out.text(negatedIn ? "(NOT (" : "(");
      rule(call.value(), true);
      String symbol = call.symbol();
      boolean in = call.in() || (!call.all() && symbol.equals("="));
      out.text(in ? " IN (" : " " + symbol + (call.all() ? " ALL (" : " ANY ("));
      query(query);
      out.text(negatedIn ? ")))" : "))");
      return;
    }
    out.parenthesis("(");
    operand(call.value(), true, call);
    out.text(" ").text(symbol(call)).text(call.all() ? " ALL (" : " ANY (");
    operand(call.source(), true, call);
    boolean query = ExpandedForms.of(call.source()) instanceof ScalarQueryCall;
    if (query) {
      // Otherwise it would be read as a query of many rows.
      out.text("::").type(Typed.typeOf(call.source()), -1);
    }
    out.text(")").parenthesis(")");
  }

  private static String symbol(QuantifiedCall call) {
    List<PgOperator> operators = call.operators();
    return operators == null || operators.isEmpty() ? call.symbol() : operators.get(0).name();
  }

  private void subscript(SubscriptCall call) {
    SqlNode base = ExpandedForms.of(call.base());
    boolean simple = base instanceof ColumnRef || base instanceof SubscriptCall;
    out.text(simple ? "" : "(");
    rule(call.base(), true);
    out.text(simple ? "[" : ")[");
    if (call.low() != null) {
      rule(call.low(), false);
    }
    if (call.slice()) {
      out.text(":");
      if (call.high() != null) {
        rule(call.high(), false);
      }
    }
    out.text("]");
  }
}
