package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.tree.FloatArithmetic;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.NamedArgument;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValueFunction;
import io.duckgres.transpiler.tree.WindowFrame;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/** Calls, templates and windows. */
final class CallPrinter {
  private final DuckDbPrinter printer;

  CallPrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(FunctionCall.class, this::call);
    printer.on(SpecialCall.class, this::special);
    printer.on(ValueFunction.class, this::valueFunction);
    printer.on(NamedArgument.class, this::namedArgument);
    printer.on(TemplateCall.class, this::template);
    printer.on(FloatArithmetic.class, this::floatArithmetic);
    printer.on(SortItem.class, this::sortItem);
    printer.on(WindowSpec.class, this::window);
  }

  private void call(FunctionCall call, int precedence) {
    List<String> name = call.name();
    boolean builtin = name.size() > 1 && name.get(0).equals("pg_catalog");
    printer.name(builtin ? name.subList(1, name.size()) : name);
    printer.text("(");
    if (call.options().star()) {
      printer.text("*");
    }
    if (call.options().distinct()) {
      printer.text("DISTINCT ");
    }
    printer.list(call.arguments());
    if (!call.orderBy().isEmpty()) {
      printer.text(call.options().withinGroup() ? ") WITHIN GROUP (ORDER BY " : " ORDER BY ");
      printer.list(call.orderBy());
    }
    printer.text(")");
    if (call.filter() != null) {
      printer.text(" FILTER (WHERE ");
      printer.print(call.filter());
      printer.text(")");
    }
    if (call.over() != null) {
      printer.text(" OVER ");
      printer.print(call.over());
    }
  }

  private void special(SpecialCall call, int precedence) {
    printer.text(call.kind().name().toLowerCase(Locale.ROOT)).text("(");
    printer.list(call.arguments());
    printer.text(")");
  }

  private void valueFunction(ValueFunction function, int precedence) {
    printer.text(function.kind().name());
  }

  private void namedArgument(NamedArgument argument, int precedence) {
    printer.identifier(argument.name()).text(" := ");
    printer.print(argument.value());
  }

  private void template(TemplateCall call, int precedence) {
    boolean wrap = !call.template().delimited() && precedence > Precedence.LOWEST;
    if (wrap) {
      printer.text("(");
    }
    for (Template.Part part : call.template().parts()) {
      if (part instanceof Template.Text text) {
        printer.text(text.text());
      } else if (part instanceof Template.Operand operand) {
        printer.print(
            call.operands().get(operand.number()),
            operand.delimited() ? Precedence.LOWEST : Precedence.UNARY);
      } else if (part instanceof Template.TypeOf typeOf) {
        printer.text(Identifiers.literal(typeName(call.operands().get(typeOf.number()))));
      } else if (part instanceof Template.Result) {
        printer.text(EngineTypeNames.of(call.expressionType()));
      } else {
        int from = ((Template.Rest) part).from();
        printer.list(call.operands().subList(from, call.operands().size()));
      }
    }
    if (wrap) {
      printer.text(")");
    }
  }

  private static String typeName(SqlNode operand) {
    PgType type = Typed.typeOf(operand);
    if (type != null && type.kind() == TypeKind.DOMAIN) {
      type = PgTypes.byOid(type.baseOid());
    }
    if (type == null) {
      throw PgException.notSupported("a value of the engine's own type in this place");
    }
    return type.name();
  }

  private void floatArithmetic(FloatArithmetic node, int precedence) {
    printer.text("CASE WHEN isfinite(");
    printer.print(node.plain());
    printer.text(")");
    if (node.zeroIsSuspicious()) {
      printer.text(" AND ");
      printer.print(node.plain(), Precedence.COMPARISON);
      printer.text(" <> 0");
    }
    printer.text(" THEN ");
    printer.print(node.plain());
    printer.text(" ELSE ");
    printer.print(node.checked());
    printer.text(" END");
  }

  private void sortItem(SortItem item, int precedence) {
    printer.print(item.expression());
    if (item.direction() != null) {
      printer.text(" ").text(item.direction().name());
    }
    if (item.nullsFirst() != null) {
      printer.text(item.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
  }

  private void window(WindowSpec window, int precedence) {
    if (window.reference()) {
      printer.identifier(window.name());
      return;
    }
    printer.text("(");
    String separator = "";
    if (window.base() != null) {
      printer.identifier(window.base());
      separator = " ";
    }
    if (!window.partitionBy().isEmpty()) {
      printer.text(separator).text("PARTITION BY ");
      printer.list(window.partitionBy());
      separator = " ";
    }
    if (!window.orderBy().isEmpty()) {
      printer.text(separator).text("ORDER BY ");
      printer.list(window.orderBy());
      separator = " ";
    }
    if (window.frame() != null) {
      printer.text(separator);
      frame(window);
    }
    printer.text(")");
  }

  private void frame(WindowSpec window) {
    WindowFrame frame = window.frame();
    printer.text(frame.mode().name()).text(" ");
    if (frame.end() == null) {
      bound(frame.start(), window.frameStart());
    } else {
      printer.text("BETWEEN ");
      bound(frame.start(), window.frameStart());
      printer.text(" AND ");
      bound(frame.end(), window.frameEnd());
    }
    if (frame.exclusion() != null) {
      printer.text(" EXCLUDE ").text(frame.exclusion());
    }
  }

  private void bound(WindowFrame.Bound bound, SqlNode offset) {
    switch (bound) {
      case UNBOUNDED_PRECEDING -> printer.text("UNBOUNDED PRECEDING");
      case UNBOUNDED_FOLLOWING -> printer.text("UNBOUNDED FOLLOWING");
      case CURRENT_ROW -> printer.text("CURRENT ROW");
      case PRECEDING -> offset(offset, " PRECEDING");
      case FOLLOWING -> offset(offset, " FOLLOWING");
    }
  }

  private void offset(SqlNode offset, String direction) {
    printer.print(offset, Precedence.UNARY);
    printer.text(direction);
  }
}
