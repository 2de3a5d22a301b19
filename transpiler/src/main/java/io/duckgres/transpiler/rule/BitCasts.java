package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Casts to bit(n) and bit varying(n), whose modifier is the number of bits.
 *
 * @see <a href="https://www.postgresql.org/docs/17/datatype-bit.html">Bit String Types</a>
 */
final class BitCasts {
  private static final Template FROM_INTEGER =
      Template.parse("pg_bit_of_integer(CAST({0} AS BIGINT), {1})");
  private static final Template SIZED = Template.parse("pg_bit_sized({0}, {1})");
  private static final Template CUT = Template.parse("left({0}, {1})");
  private static final Template CHECKED = Template.parse("pg_bit_checked({0}, {1}, false)");
  private static final Template CHECKED_VARYING = Template.parse("pg_bit_checked({0}, {1}, true)");

  private BitCasts() {}

  static boolean isBit(PgType type) {
    return type.equals(PgTypes.BIT) || type.equals(PgTypes.VARBIT);
  }

  /** The cast; an integer gives one bit where bit has no length. */
  static SqlNode cast(CastCall cast, SqlNode converted, PgType source, ExpressionType target) {
    if (source.equals(PgTypes.INT4) || source.equals(PgTypes.INT8)) {
      return sized(cast, FROM_INTEGER, cast.operand(), Math.max(target.typmod(), 1), target);
    }
    if (cast.operand() instanceof TemplateCall inner
        && inner.template() == FROM_INTEGER
        && inner.expressionType().typmod() < 0) {
      return sized(cast, FROM_INTEGER, inner.operands().get(0), target.typmod(), target);
    }
    if (target.typmod() < 0) {
      return converted;
    }
    SqlNode plain =
        converted instanceof CastCall inner && isBit(source) ? inner.operand() : converted;
    boolean varying = target.type().equals(PgTypes.VARBIT);
    Template template =
        cast.implicit() ? varying ? CHECKED_VARYING : CHECKED : varying ? CUT : SIZED;
    return sized(cast, template, plain, target.typmod(), target);
  }

  private static SqlNode sized(
      CastCall cast, Template template, SqlNode value, int bits, ExpressionType target) {
    PgLiteral length = PgLiteral.number(cast.getParserPosition(), Integer.toString(bits));
    return new TemplateCall(cast.getParserPosition(), template, List.of(value, length), target);
  }
}
