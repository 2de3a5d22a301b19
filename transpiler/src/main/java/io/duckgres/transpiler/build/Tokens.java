package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresToken;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What builders read from tokens: their decoded text, and where they stand. */
final class Tokens {
  private Tokens() {}

  static String value(Token token) {
    return ((PostgresToken) token).value();
  }

  /** The decoded text of a name, a rule of one token; null for null. */
  static String value(ParserRuleContext name) {
    return name == null ? null : value(name.getStart());
  }

  static List<String> values(List<? extends ParserRuleContext> names) {
    List<String> values = new ArrayList<>(names.size());
    for (ParserRuleContext name : names) {
      values.add(value(name));
    }
    return values;
  }

  static SqlParserPos position(Token token) {
    return Positions.of(token.getStartIndex(), token.getStopIndex());
  }

  static SqlParserPos position(ParserRuleContext context) {
    return position(context.getStart(), context);
  }

  /** From a token, where PostgreSQL reports errors, to the end of the construct. */
  static SqlParserPos position(Token start, ParserRuleContext construct) {
    return Positions.of(start.getStartIndex(), construct.getStop().getStopIndex());
  }

  /** The operator or keyword that follows a construct's left operand. */
  static Token second(ParserRuleContext construct) {
    ParseTree child = construct.getChild(1);
    return child instanceof TerminalNode terminal
        ? terminal.getSymbol()
        : ((ParserRuleContext) child).getStart();
  }

  /** The token behind a construct, where PostgreSQL's parser has arrived when it reduces it. */
  static Token after(ParserRuleContext construct) {
    ParserRuleContext at = construct;
    while (at.getParent() != null) {
      ParserRuleContext parent = at.getParent();
      int next = parent.children.indexOf(at) + 1;
      if (next < parent.getChildCount()) {
        ParseTree sibling = parent.getChild(next);
        return sibling instanceof TerminalNode terminal
            ? terminal.getSymbol()
            : ((ParserRuleContext) sibling).getStart();
      }
      at = parent;
    }
    return null;
  }
}
