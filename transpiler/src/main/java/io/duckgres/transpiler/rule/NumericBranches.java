package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * CASE, COALESCE, NULLIF, GREATEST and LEAST of numerics of which one is text: all become text, so
 * that the value that is chosen keeps its decimals.
 */
final class NumericBranches {
  private static final Template GREATEST = Template.parse("pg_numeric_greatest({*})");
  private static final Template LEAST = Template.parse("pg_numeric_least({*})");
  private static final Template NULLIF =
      Template.parse("CASE WHEN pg_numeric_cmp({0}, {1}) = 0 THEN NULL ELSE {0} END");

  private NumericBranches() {}

  /** CASE. */
  static final class Case implements StructuralRule {
    @Override
    public Class<? extends SqlNode> matches() {
      return CaseCall.class;
    }

    @Override
    public SqlNode apply(SqlNode node) {
      CaseCall call = (CaseCall) node;
      List<SqlNode> branches = new ArrayList<>(call.results());
      if (call.otherwise() != null) {
        branches.add(call.otherwise());
      }
      boolean text = isNumeric(call) && branches.stream().anyMatch(NumericForms::isText);
      if (text) {
        return asText(call);
      }
      return new CaseCall(
          call.getParserPosition(),
          call.operand() == null ? null : NumericForms.toNative(call.operand()),
          NumericForms.toNative(call.conditions()),
          NumericForms.toNative(call.results()),
          call.otherwise() == null ? null : NumericForms.toNative(call.otherwise()),
          call.expressionType());
    }
  }

  /** The others. */
  static final class Special implements StructuralRule {
    @Override
    public Class<? extends SqlNode> matches() {
      return SpecialCall.class;
    }

    @Override
    public SqlNode apply(SqlNode node) {
      SpecialCall call = (SpecialCall) node;
      return isNumeric(call) && call.arguments().stream().anyMatch(NumericForms::isText)
          ? asText(call)
          : call.mapChildren(NumericForms::toNative);
    }
  }

  static CaseCall asText(CaseCall call) {
    return new CaseCall(
        call.getParserPosition(),
        call.operand() == null ? null : NumericForms.toNative(call.operand()),
        NumericForms.toNative(call.conditions()),
        NumericForms.toText(call.results()),
        call.otherwise() == null ? null : NumericForms.toText(List.of(call.otherwise())).get(0),
        call.expressionType().in(EngineForm.NUMERIC_TEXT));
  }

  static SqlNode asText(SpecialCall call) {
    List<SqlNode> texts = NumericForms.toText(call.arguments());
    Template template =
        switch (call.kind()) {
          case GREATEST -> GREATEST;
          case LEAST -> LEAST;
          case NULLIF -> NULLIF;
          default -> null;
        };
    return template == null
        ? new SpecialCall(
            call.getParserPosition(),
            call.kind(),
            texts,
            call.expressionType().in(EngineForm.NUMERIC_TEXT))
        : new TemplateCall(
            call.getParserPosition(),
            template,
            texts,
            NumericForms.textForm(call.expressionType()));
  }

  private static boolean isNumeric(SqlNode node) {
    return PgTypes.NUMERIC.equals(Typed.typeOf(node));
  }
}
