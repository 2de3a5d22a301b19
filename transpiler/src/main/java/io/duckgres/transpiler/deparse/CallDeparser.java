package io.duckgres.transpiler.deparse;

import io.duckgres.pgtype.PgProc;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.NamedArgument;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.ValueFunction;
import io.duckgres.transpiler.tree.WindowFrame;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Calls of functions, aggregates and window functions: {@code get_func_expr} and its kin. */
final class CallDeparser {
  private final DeparseBuffer out;
  private final ExpressionDeparser expressions;

  CallDeparser(DeparseBuffer out, ExpressionDeparser expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  void function(FunctionCall call) {
    PgProc proc = call.proc();
    if (proc == null) {
      throw new NoFormException(call);
    }
    if (call.options().sqlSyntax() && sqlSyntax(call, proc)) {
      return;
    }
    if (call.name().size() > 1 && !call.name().get(0).equals("pg_catalog")) {
      out.objectName(call.name().get(0), proc.name()).text("(");
    } else {
      out.identifier(proc.name()).text("(");
    }
    if (call.options().star()) {
      out.text("*");
    } else if (call.options().withinGroup()) {
      expressions.list(call.arguments());
      out.text(") WITHIN GROUP (ORDER BY ");
      sort(call.orderBy());
    } else {
      out.text(call.options().distinct() ? "DISTINCT " : "");
      arguments(call);
      if (!call.orderBy().isEmpty()) {
        out.text(" ORDER BY ");
        sort(call.orderBy());
      }
    }
    out.text(")");
    if (call.filter() != null) {
      out.text(" FILTER (WHERE ");
      expressions.rule(call.filter(), false);
      out.text(")");
    }
    if (call.over() != null) {
      out.text(" OVER ");
      over((WindowSpec) call.over());
    }
  }

  private void arguments(FunctionCall call) {
    List<SqlNode> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      if (call.options().variadic() && i == arguments.size() - 1) {
        out.text("VARIADIC ");
      }
      SqlNode argument = arguments.get(i);
      if (argument instanceof NamedArgument named) {
        out.identifier(named.name()).text(" => ");
        argument = named.value();
      }
      expressions.rule(argument, true);
    }
  }

  /** The functions that SQL has a syntax for: {@code get_func_sql_syntax}. */
  private boolean sqlSyntax(FunctionCall call, PgProc proc) {
    List<SqlNode> arguments = call.arguments();
    switch (proc.name()) {
      case "timezone" -> {
        if (arguments.size() != 2) {
          return false;
        }
        out.text("(");
        expressions.operand(arguments.get(1), false, call);
        out.text(" AT TIME ZONE ");
        expressions.operand(arguments.get(0), false, call);
        out.text(")");
      }
      case "extract" -> {
        out.text("EXTRACT(").text(((PgLiteral) arguments.get(0)).text()).text(" FROM ");
        expressions.rule(arguments.get(1), false);
        out.text(")");
      }
      case "position" -> {
        out.text("POSITION((");
        expressions.rule(arguments.get(1), false);
        out.text(") IN (");
        expressions.rule(arguments.get(0), false);
        out.text("))");
      }
      case "substring" -> {
        out.text("SUBSTRING(");
        expressions.rule(arguments.get(0), false);
        out.text(" FROM ");
        expressions.rule(arguments.get(1), false);
        if (arguments.size() > 2) {
          out.text(" FOR ");
          expressions.rule(arguments.get(2), false);
        }
        out.text(")");
      }
      case "overlay" -> {
        out.text("OVERLAY(");
        expressions.rule(arguments.get(0), false);
        out.text(" PLACING ");
        expressions.rule(arguments.get(1), false);
        out.text(" FROM ");
        expressions.rule(arguments.get(2), false);
        if (arguments.size() > 3) {
          out.text(" FOR ");
          expressions.rule(arguments.get(3), false);
        }
        out.text(")");
      }
      case "btrim", "ltrim", "rtrim" -> {
        String side =
            switch (proc.name()) {
              case "ltrim" -> "LEADING";
              case "rtrim" -> "TRAILING";
              default -> "BOTH";
            };
        out.text("TRIM(").text(side);
        if (arguments.size() > 1) {
          out.text(" ");
          expressions.rule(arguments.get(1), false);
        }
        out.text(" FROM ");
        expressions.rule(arguments.get(0), false);
        out.text(")");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  void special(SpecialCall call) {
    if (call.kind() == SpecialCall.Kind.NULLIF) {
      out.text("NULLIF(");
    } else {
      out.text(call.kind().name()).text("(");
    }
    expressions.list(call.arguments());
    out.text(")");
  }

  void value(ValueFunction function) {
    out.text(function.kind().name());
    if (function.precision() >= 0) {
      out.text("(" + function.precision() + ")");
    }
  }

  /** ORDER BY within a call or a window. */
  void sort(List<SqlNode> items) {
    for (int i = 0; i < items.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      SortItem item = (SortItem) items.get(i);
      sortKey(item.expression());
      direction(item);
    }
  }

  /** An expression of ORDER BY or GROUP BY: {@code get_rule_sortgroupclause}. */
  void sortKey(SqlNode expression) {
    SqlNode node = ExpandedForms.of(expression);
    if (node instanceof PgLiteral constant) {
      ConstantText.write(constant, out, 1);
      return;
    }
    boolean parentheses =
        !(node instanceof io.duckgres.transpiler.tree.ColumnRef)
            && (out.pretty() || node instanceof FunctionCall);
    out.text(parentheses ? "(" : "");
    expressions.rule(node, true);
    out.text(parentheses ? ")" : "");
  }

  void direction(SortItem item) {
    boolean descending = item.direction() == SortItem.Direction.DESC;
    Boolean nullsFirst = item.nullsFirst();
    out.text(descending ? " DESC" : "");
    if (nullsFirst != null && nullsFirst != descending) {
      out.text(nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }
  }

  private void over(WindowSpec window) {
    if (window.reference()) {
      out.identifier(window.name());
    } else {
      window(window);
    }
  }

  /** A window's definition: {@code get_rule_windowspec}. */
  void window(WindowSpec window) {
    out.text("(");
    String separator = "";
    if (window.base() != null) {
      out.identifier(window.base());
      separator = " ";
    }
    if (!window.partitionBy().isEmpty()) {
      out.text(separator).text("PARTITION BY ");
      for (int i = 0; i < window.partitionBy().size(); i++) {
        out.text(i == 0 ? "" : ", ");
        sortKey(window.partitionBy().get(i));
      }
      separator = " ";
    }
    if (!window.orderBy().isEmpty()) {
      out.text(separator).text("ORDER BY ");
      sort(window.orderBy());
      separator = " ";
    }
    if (window.frame() != null) {
      out.text(separator);
      frame(window);
    }
    out.text(")");
  }

  private void frame(WindowSpec window) {
    WindowFrame frame = window.frame();
    out.text(frame.mode().name()).text(" ");
    if (frame.end() != null) {
      out.text("BETWEEN ");
    }
    bound(frame.start(), window.frameStart());
    if (frame.end() != null) {
      out.text(" AND ");
      bound(frame.end(), window.frameEnd());
    }
    if (frame.exclusion() != null && !frame.exclusion().equals("NO OTHERS")) {
      out.text(" EXCLUDE ").text(frame.exclusion());
    }
  }

  private void bound(WindowFrame.Bound bound, SqlNode offset) {
    if (offset != null) {
      expressions.rule(offset, false);
      out.text(" ");
    }
    out.text(bound.name().replace('_', ' '));
  }
}
