package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.FrameBoundContext;
import io.duckgres.grammar.PostgresParser.FrameClauseContext;

/** Window frames that PostgreSQL's parser refuses because they end before they start. */
final class FrameRules {
  private static final String SQL_STATE = "42P20";

  private FrameRules() {}

  static void check(FrameClauseContext context, SyntaxRules rules) {
    String error = startError(context);
    if (error != null) {
      rules.refuse(context.start_.getStart(), SQL_STATE, error);
    } else if (context.end != null) {
      String endError = endError(context.start_, context.end);
      if (endError != null) {
        rules.refuse(context.end.getStart(), SQL_STATE, endError);
      }
    }
  }

  private static String startError(FrameClauseContext context) {
    if (context.start_ instanceof PostgresParser.UnboundedFrameContext unbounded
        && unbounded.FOLLOWING() != null) {
      return "frame start cannot be UNBOUNDED FOLLOWING";
    }
    return context.end == null && isFollowing(context.start_)
        ? "frame starting from following row cannot end with current row"
        : null;
  }

  private static String endError(FrameBoundContext start, FrameBoundContext end) {
    if (end instanceof PostgresParser.UnboundedFrameContext unbounded
        && unbounded.PRECEDING() != null) {
      return "frame end cannot be UNBOUNDED PRECEDING";
    }
    boolean current = end instanceof PostgresParser.CurrentRowFrameContext;
    boolean preceding =
        end instanceof PostgresParser.OffsetFrameContext offset && offset.PRECEDING() != null;
    if (start instanceof PostgresParser.CurrentRowFrameContext && preceding) {
      return "frame starting from current row cannot have preceding rows";
    }
    return isFollowing(start) && (preceding || current)
        ? "frame starting from following row cannot have preceding rows"
        : null;
  }

  private static boolean isFollowing(FrameBoundContext bound) {
    return bound instanceof PostgresParser.OffsetFrameContext offset && offset.FOLLOWING() != null;
  }
}
