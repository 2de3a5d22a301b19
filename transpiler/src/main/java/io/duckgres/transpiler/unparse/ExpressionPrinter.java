package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Leaves, constructors, casts, CASE and sub-queries. */
final class ExpressionPrinter {
  private final DuckDbPrinter printer;

  ExpressionPrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(PgLiteral.class, this::literal);
    printer.on(ColumnRef.class, this::column);
    printer.on(ParameterRef.class, this::parameter);
    printer.on(CastCall.class, this::cast);
    printer.on(CaseCall.class, this::caseCall);
    printer.on(ArrayCall.class, this::array);
    printer.on(ArrayQueryCall.class, this::arrayQuery);
    printer.on(RowCall.class, this::row);
    printer.on(SubscriptCall.class, this::subscript);
    printer.on(FieldCall.class, this::field);
    printer.on(ScalarQueryCall.class, (call, precedence) -> inParentheses(call.query()));
    printer.on(ExistsCall.class, this::exists);
    printer.on(CollateCall.class, (call, precedence) -> printer.print(call.operand(), precedence));
    printer.on(DefaultValue.class, (value, precedence) -> printer.text("DEFAULT"));
  }

  private void literal(PgLiteral literal, int precedence) {
    boolean opened =
        LiteralPrinter.isNegative(literal) && printer.open(Precedence.UNARY, precedence);
    printer.text(LiteralPrinter.print(literal));
    printer.close(opened);
  }

  private void column(ColumnRef column, int precedence) {
    if (!column.nullable()) {
      printer.name(column.names);
      return;
    }
    // The engine makes a row of NULLs where a join gives none.
    String separator = "CASE WHEN ";
    for (ColumnRef.RowField field : column.rowFields()) {
      printer.text(separator);
      printer.print(field.value(), Precedence.OTHER);
      printer.text(" IS NOT NULL");
      separator = " OR ";
    }
    printer.text(" THEN ").name(column.names).text(" END");
  }

  private void parameter(ParameterRef parameter, int precedence) {
    ExpressionType type = parameter.expressionType();
    // A numeric keeps the number of decimals that it is bound with.
    boolean bare =
        type == null
            || type.type().equals(PgTypes.UNKNOWN)
            || type.type().equals(PgTypes.RECORD)
            || (type.type().equals(PgTypes.NUMERIC)
                && parameter.source() instanceof PlanParameter.Client);
    if (bare) {
      printer.parameter(parameter.source());
      return;
    }
    printer.text("CAST(");
    printer.parameter(parameter.source());
    printer.text(" AS ").text(EngineTypeNames.of(type)).text(")");
  }

  private void cast(CastCall cast, int precedence) {
    ExpressionType source = Typed.of(cast.operand());
    String target = EngineTypeNames.of(cast.expressionType());
    if (source != null && isStoredAs(source, target) && !(cast.operand() instanceof ArrayCall)) {
      printer.print(cast.operand(), precedence);
      return;
    }
    printer.text("CAST(");
    printer.print(cast.operand());
    printer.text(" AS ").text(target).text(")");
  }

  private static boolean isStoredAs(ExpressionType source, String target) {
    if (source.type().isPseudo() || source.type().equals(PgTypes.NUMERIC)) {
      return false;
    }
    return EngineTypeNames.of(source).equals(target);
  }

  private void caseCall(CaseCall call, int precedence) {
    printer.text("CASE");
    if (call.operand() != null) {
      printer.text(" ");
      printer.print(call.operand());
    }
    for (int i = 0; i < call.conditions().size(); i++) {
      printer.text(" WHEN ");
      printer.print(call.conditions().get(i));
      printer.text(" THEN ");
      printer.print(call.results().get(i));
    }
    if (call.otherwise() != null) {
      printer.text(" ELSE ");
      printer.print(call.otherwise());
    }
    printer.text(" END");
  }

  private void array(ArrayCall call, int precedence) {
    printer.text("[");
    printer.list(call.elements());
    printer.text("]");
  }

  private void arrayQuery(ArrayQueryCall call, int precedence) {
    printer.text("ARRAY");
    inParentheses(call.query());
  }

  private void row(RowCall call, int precedence) {
    List<SqlNode> fields = call.fields();
    if (!call.names().isEmpty()) {
      printer.text("struct_pack(");
      for (int i = 0; i < fields.size(); i++) {
        printer.text(i > 0 ? ", " : "").identifier(call.names().get(i)).text(" := ");
        printer.print(fields.get(i));
      }
      printer.text(")");
      return;
    }
    printer.text(fields.size() == 1 ? "row(" : "(");
    printer.list(fields);
    printer.text(")");
  }

  private void subscript(SubscriptCall call, int precedence) {
    boolean atom = call.base() instanceof ColumnRef || call.base() instanceof SubscriptCall;
    if (!atom) {
      printer.text("(");
    }
    printer.print(call.base());
    printer.text(atom ? "[" : ")[");
    if (call.low() != null) {
      printer.print(call.low());
    }
    if (call.slice()) {
      printer.text(":");
      if (call.high() != null) {
        printer.print(call.high());
      }
    }
    printer.text("]");
  }

  private void field(FieldCall call, int precedence) {
    printer.text("(");
    printer.print(call.base());
    printer.text(").").identifier(call.field());
  }

  private void exists(ExistsCall call, int precedence) {
    printer.text("EXISTS ");
    inParentheses(call.query());
  }

  private void inParentheses(SqlNode query) {
    printer.text("(");
    printer.print(query);
    printer.text(")");
  }
}
