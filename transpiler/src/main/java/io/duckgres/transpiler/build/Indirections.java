package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AttributeIndirectionContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.IndirectionContext;
import io.duckgres.grammar.PostgresParser.StarIndirectionContext;
import io.duckgres.grammar.PostgresParser.SubscriptIndirectionContext;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Field selections and subscripts behind a value. */
final class Indirections {
  private Indirections() {}

  /**
   * @param whole the operand with its suffixes; positions are from its start, as PostgreSQL's are
   */
  static SqlNode apply(SqlNode base, List<IndirectionContext> suffixes, ParserRuleContext whole) {
    if (suffixes.isEmpty()) {
      return base;
    }
    checkStars(suffixes, whole);
    SqlNode node = base;
    for (IndirectionContext suffix : suffixes) {
      node = one(Tokens.position(whole.getStart(), suffix), node, suffix);
    }
    return node;
  }

  /** The suffixes of a column that is assigned to: each a call without a base. */
  static List<SqlNode> path(List<IndirectionContext> suffixes, ParserRuleContext whole) {
    if (suffixes.isEmpty()) {
      return List.of();
    }
    checkStars(suffixes, whole);
    List<SqlNode> path = new ArrayList<>(suffixes.size());
    for (IndirectionContext suffix : suffixes) {
      path.add(one(Tokens.position(suffix), null, suffix));
    }
    return path;
  }

  /** A star stands at the end or nowhere (gram.y: check_indirection). */
  static void checkStars(List<IndirectionContext> suffixes, ParserRuleContext whole) {
    for (int i = 0; i < suffixes.size() - 1; i++) {
      if (suffixes.get(i) instanceof StarIndirectionContext) {
        throw BuildErrors.near("improper use of \"*\"", Tokens.after(whole));
      }
    }
  }

  private static SqlNode one(SqlParserPos position, SqlNode base, IndirectionContext suffix) {
    if (suffix instanceof AttributeIndirectionContext field) {
      return new FieldCall(position, base, Tokens.value(field.attribute));
    }
    if (suffix instanceof SubscriptIndirectionContext subscript) {
      SqlNode low = optional(subscript.lower);
      SqlNode high = optional(subscript.upper);
      return new SubscriptCall(position, base, subscript.colon != null, low, high);
    }
    return new FieldCall(position, base, null);
  }

  private static SqlNode optional(ExprContext bound) {
    return bound == null ? null : ExpressionBuilder.expression(bound);
  }
}
