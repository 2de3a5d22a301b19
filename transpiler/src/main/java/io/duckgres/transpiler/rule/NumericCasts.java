package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Casts of numerics as text, and to precisions and scales that no DECIMAL has. */
final class NumericCasts {
  private NumericCasts() {}

  /** The cast to an integer type, null for another type. */
  static SqlNode integer(CastCall cast) {
    PgType target = cast.expressionType().type();
    String engineType =
        target.equals(PgTypes.INT2)
            ? "SMALLINT"
            : target.equals(PgTypes.INT4)
                ? "INTEGER"
                : target.equals(PgTypes.INT8) ? "BIGINT" : null;
    if (engineType == null) {
      return null;
    }
    Template template =
        Template.parse(
            "CAST(pg_numeric_integer({0}, '"
                + TypeNames.format(target)
                + "') AS "
                + engineType
                + ")");
    return new TemplateCall(
        cast.getParserPosition(), template, List.of(cast.operand()), cast.expressionType());
  }

  /** Whether no DECIMAL rounds as the typmod asks, or the value may be none. */
  static boolean needsText(SqlNode value, int typmod) {
    int scale = Typmods.numericScale(typmod);
    return scale < 0
        || scale > Typmods.numericPrecision(typmod)
        || DuckDbTypes.storageOf(PgTypes.NUMERIC, typmod) == null
        || NumericLiteralRule.isSpecial(value)
        || isOfFloat(value)
        || value instanceof CastCall cast && NumericLiteralRule.isSpecial(cast.operand());
  }

  /** A float may be NaN. */
  private static boolean isOfFloat(SqlNode value) {
    return value instanceof TemplateCall call
        && NumericForms.isText(call)
        && call.operands().size() == 1
        && List.of(PgTypes.FLOAT4, PgTypes.FLOAT8).contains(Typed.typeOf(call.operands().get(0)));
  }

  /** The value with the typmod; a DECIMAL where one can hold it, otherwise text. */
  static SqlNode modified(SqlNode value, ExpressionType target) {
    SqlNode operand = value;
    if (value instanceof CastCall cast && PgTypes.NUMERIC.equals(Typed.typeOf(cast.operand()))) {
      operand = cast.operand();
    }
    return new TemplateCall(
        value.getParserPosition(),
        Template.parse("pg_numeric_typmod({0}, " + target.typmod() + ")"),
        NumericForms.toText(List.of(operand)),
        NumericForms.textForm(target));
  }
}
