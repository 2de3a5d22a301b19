package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.tree.BetweenCall;
import io.duckgres.transpiler.tree.DistinctFromCall;
import io.duckgres.transpiler.tree.InListCall;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QuantifiedCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TestCall;
import org.apache.calcite.sql.SqlNode;

/** Operators, connectives and predicates. */
final class PredicatePrinter {
  private final DuckDbPrinter printer;

  PredicatePrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(OperatorCall.class, this::operator);
    printer.on(LogicalCall.class, this::logical);
    printer.on(TestCall.class, this::test);
    printer.on(DistinctFromCall.class, this::distinctFrom);
    printer.on(BetweenCall.class, this::between);
    printer.on(InListCall.class, this::inList);
    printer.on(QuantifiedCall.class, this::quantified);
  }

  private void operator(OperatorCall call, int precedence) {
    if (call.left() == null) {
      boolean opened = printer.open(Precedence.UNARY, precedence);
      printer.text(call.symbol());
      boolean negative =
          call.right() instanceof PgLiteral literal && LiteralPrinter.isNegative(literal);
      printer.print(call.right(), negative ? Precedence.ATOM : Precedence.UNARY);
      printer.close(opened);
      return;
    }
    int own = Precedence.of(call.symbol());
    boolean opened = printer.open(own, precedence);
    // Equal precedence on the left needs no parentheses, on the right it does.
    boolean chains = own >= Precedence.ADDITION;
    printer.print(call.left(), chains ? own - 1 : own);
    printer.text(" ").text(call.symbol()).text(" ");
    printer.print(call.right(), own);
    printer.close(opened);
  }

  private void logical(LogicalCall call, int precedence) {
    if (call.kind() == LogicalCall.Kind.NOT) {
      boolean opened = printer.open(Precedence.NOT, precedence);
      printer.text("NOT ");
      printer.print(call.operands().get(0), Precedence.IS);
      printer.close(opened);
      return;
    }
    int own = call.kind() == LogicalCall.Kind.AND ? Precedence.AND : Precedence.OR;
    boolean opened = printer.open(own, precedence);
    for (int i = 0; i < call.operands().size(); i++) {
      if (i > 0) {
        printer.text(" ").text(call.kind().toString()).text(" ");
      }
      printer.print(call.operands().get(i), own);
    }
    printer.close(opened);
  }

  private void test(TestCall call, int precedence) {
    boolean opened = printer.open(Precedence.IS, precedence);
    printer.print(call.operand(), Precedence.OTHER);
    // DuckDB has no IS UNKNOWN; for a boolean it is IS NULL.
    String words =
        switch (call.kind()) {
          case IS_UNKNOWN -> "IS NULL";
          case IS_NOT_UNKNOWN -> "IS NOT NULL";
          default -> call.kind().sql();
        };
    printer.text(" ").text(words);
    printer.close(opened);
  }

  private void distinctFrom(DistinctFromCall call, int precedence) {
    boolean opened = printer.open(Precedence.IS, precedence);
    printer.print(call.left(), Precedence.OTHER);
    printer.text(call.negated() ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ");
    printer.print(call.right(), Precedence.OTHER);
    printer.close(opened);
  }

  private void between(BetweenCall call, int precedence) {
    boolean opened = printer.open(Precedence.BETWEEN, precedence);
    if (call.symmetric()) {
      symmetric(call);
    } else {
      printer.print(call.value(), Precedence.OTHER);
      printer.text(call.negated() ? " NOT BETWEEN " : " BETWEEN ");
      printer.print(call.low(), Precedence.OTHER);
      printer.text(" AND ");
      printer.print(call.high(), Precedence.OTHER);
    }
    printer.close(opened);
  }

  private void symmetric(BetweenCall call) {
    printer.print(call.value(), Precedence.OTHER);
    printer.text(call.negated() ? " NOT BETWEEN least(" : " BETWEEN least(");
    bounds(call);
    printer.text(") AND greatest(");
    bounds(call);
    printer.text(")");
  }

  private void bounds(BetweenCall call) {
    printer.print(call.low());
    printer.text(", ");
    printer.print(call.high());
  }

  private void inList(InListCall call, int precedence) {
    boolean opened = printer.open(Precedence.BETWEEN, precedence);
    printer.print(call.value(), Precedence.OTHER);
    printer.text(call.negated() ? " NOT IN (" : " IN (");
    printer.list(call.list());
    printer.text(")");
    printer.close(opened);
  }

  private void quantified(QuantifiedCall call, int precedence) {
    boolean opened = printer.open(Precedence.COMPARISON, precedence);
    printer.print(call.value(), Precedence.OTHER);
    if (call.in() && call.source() instanceof QueryNode) {
      printer.text(call.all() ? " NOT IN (" : " IN (");
    } else {
      printer.text(" ").text(call.symbol()).text(call.all() ? " ALL (" : " ANY (");
    }
    source(call.source());
    printer.text(")");
    printer.close(opened);
  }

  private void source(SqlNode source) {
    printer.print(source);
  }
}
