package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CurrentRowFrameContext;
import io.duckgres.grammar.PostgresParser.FrameBoundContext;
import io.duckgres.grammar.PostgresParser.FrameClauseContext;
import io.duckgres.grammar.PostgresParser.FrameExclusionContext;
import io.duckgres.grammar.PostgresParser.OffsetFrameContext;
import io.duckgres.grammar.PostgresParser.UnboundedFrameContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.WindowFrame;
import io.duckgres.transpiler.tree.WindowFrame.Bound;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/**
 * A window's frame, checked.
 *
 * @param frame mode and bounds, null when there is no frame clause
 * @param start offset of the start bound, or null
 * @param end offset of the end bound, or null
 */
record FrameBuilder(WindowFrame frame, SqlNode start, SqlNode end) {
  private static final FrameBuilder NONE = new FrameBuilder(null, null, null);

  static FrameBuilder of(FrameClauseContext context) {
    if (context == null) {
      return NONE;
    }
    Bound start = bound(context.start_);
    Bound end = context.end == null ? null : bound(context.end);
    check(context, start, end);
    WindowFrame.Mode mode =
        WindowFrame.Mode.valueOf(Tokens.value(context.unit).toUpperCase(Locale.ROOT));
    return new FrameBuilder(
        new WindowFrame(mode, start, end, exclusion(context.frameExclusion())),
        offset(context.start_),
        offset(context.end));
  }

  private static void check(FrameClauseContext context, Bound start, Bound end) {
    if (start == Bound.UNBOUNDED_FOLLOWING) {
      throw error("frame start cannot be UNBOUNDED FOLLOWING", context.start_);
    }
    if (end == null) {
      if (start == Bound.FOLLOWING) {
        throw error(
            "frame starting from following row cannot end with current row", context.start_);
      }
      return;
    }
    if (end == Bound.UNBOUNDED_PRECEDING) {
      throw error("frame end cannot be UNBOUNDED PRECEDING", context.end);
    }
    if (start == Bound.CURRENT_ROW && end == Bound.PRECEDING) {
      throw error("frame starting from current row cannot have preceding rows", context.end);
    }
    if (start == Bound.FOLLOWING && (end == Bound.PRECEDING || end == Bound.CURRENT_ROW)) {
      throw error("frame starting from following row cannot have preceding rows", context.end);
    }
  }

  private static PgException error(String message, FrameBoundContext bound) {
    return BuildErrors.at(SqlState.WINDOWING_ERROR, message, bound.getStart().getStartIndex());
  }

  private static Bound bound(FrameBoundContext context) {
    if (context instanceof CurrentRowFrameContext) {
      return Bound.CURRENT_ROW;
    }
    if (context instanceof UnboundedFrameContext unbounded) {
      return unbounded.direction.getType() == PostgresParser.PRECEDING
          ? Bound.UNBOUNDED_PRECEDING
          : Bound.UNBOUNDED_FOLLOWING;
    }
    OffsetFrameContext offset = (OffsetFrameContext) context;
    return offset.direction.getType() == PostgresParser.PRECEDING
        ? Bound.PRECEDING
        : Bound.FOLLOWING;
  }

  private static SqlNode offset(FrameBoundContext context) {
    return context instanceof OffsetFrameContext offset
        ? ExpressionBuilder.expression(offset.offset)
        : null;
  }

  /** EXCLUDE NO OTHERS is the default and kept as written. */
  private static String exclusion(FrameExclusionContext context) {
    if (context == null) {
      return null;
    }
    if (context.CURRENT() != null) {
      return "CURRENT ROW";
    }
    if (context.GROUP() != null) {
      return "GROUP";
    }
    return context.TIES() != null ? "TIES" : "NO OTHERS";
  }
}
