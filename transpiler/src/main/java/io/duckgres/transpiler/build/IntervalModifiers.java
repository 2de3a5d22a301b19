package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.IntervalFieldsContext;
import io.duckgres.transpiler.tree.PgLiteral;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Modifiers of the type interval: a mask of fields, then the precision. The bits are those of
 * src/include/utils/timestamp.h and datetime.h (INTERVAL_MASK).
 */
final class IntervalModifiers {
  private static final int MONTH = 1 << 1;
  private static final int YEAR = 1 << 2;
  private static final int DAY = 1 << 3;
  private static final int HOUR = 1 << 10;
  private static final int MINUTE = 1 << 11;
  private static final int SECOND = 1 << 12;
  private static final int FULL_RANGE = 0x7FFF;

  /** The fields that a range may span, from the longest to the shortest. */
  private static final int[] DAY_TO_SECOND = {DAY, HOUR, MINUTE, SECOND};

  private IntervalModifiers() {}

  /** INTERVAL(precision): all fields. */
  static List<SqlNode> precision(Token precision) {
    return List.of(mask(SqlParserPos.ZERO, FULL_RANGE), LiteralBuilder.number(precision));
  }

  /** INTERVAL DAY TO SECOND(3) and the like; empty for null. */
  static List<SqlNode> fields(IntervalFieldsContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> modifiers = new ArrayList<>(2);
    modifiers.add(mask(Tokens.position(context), mask(context)));
    if (context.intervalSecond() != null && context.intervalSecond().precision != null) {
      modifiers.add(LiteralBuilder.number(context.intervalSecond().precision));
    }
    return modifiers;
  }

  private static int mask(IntervalFieldsContext context) {
    int named =
        (context.YEAR() == null ? 0 : YEAR)
            | (context.MONTH() == null ? 0 : MONTH)
            | (context.DAY() == null ? 0 : DAY)
            | (context.HOUR() == null ? 0 : HOUR)
            | (context.MINUTE() == null ? 0 : MINUTE)
            | (context.intervalSecond() == null ? 0 : SECOND);
    return context.TO() == null || context.YEAR() != null ? named : filled(named);
  }

  /** The named fields and those between them. */
  private static int filled(int named) {
    int mask = 0;
    boolean inside = false;
    for (int field : DAY_TO_SECOND) {
      boolean bound = (named & field) != 0;
      if (bound || inside) {
        mask |= field;
      }
      inside ^= bound;
    }
    return mask;
  }

  private static PgLiteral mask(SqlParserPos position, int mask) {
    return PgLiteral.number(position, Integer.toString(mask));
  }
}
