package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CursorOptionContext;
import io.duckgres.grammar.PostgresParser.DeclareCursorStmtContext;
import io.duckgres.grammar.PostgresParser.FetchArgumentsContext;
import io.duckgres.grammar.PostgresParser.FetchStmtContext;
import io.duckgres.grammar.PostgresParser.SignedIntegerContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.QueryBuilder;
import io.duckgres.transpiler.statement.CursorStatement;
import io.duckgres.transpiler.statement.CursorStatement.CursorOption;
import io.duckgres.transpiler.statement.CursorStatement.Direction;
import io.duckgres.transpiler.statement.CursorStatement.Fetch;
import io.duckgres.transpiler.statement.UtilityStatement;

/** DECLARE, FETCH, MOVE and CLOSE. Source: {@code gram.y} (DeclareCursorStmt, fetch_args). */
final class CursorBuilder {
  private static final long ALL = Long.MAX_VALUE;

  private CursorBuilder() {}

  /** The record of a statement about cursors; null for any other. */
  static UtilityStatement statement(StatementContext context) {
    if (context.declareCursorStmt() != null) {
      return declare(context.declareCursorStmt());
    }
    if (context.fetchStmt() != null) {
      return fetch(context.fetchStmt());
    }
    return context.closeStmt() != null
        ? new CursorStatement.Close(Names.name(context.closeStmt().cursor))
        : null;
  }

  private static UtilityStatement declare(DeclareCursorStmtContext context) {
    return new CursorStatement.Declare(
        Names.name(context.cursor),
        context.options.stream().map(CursorBuilder::option).toList(),
        context.hold != null && context.hold.getType() == PostgresParser.WITH,
        QueryBuilder.query(context.query));
  }

  private static CursorOption option(CursorOptionContext context) {
    if (context.SCROLL() != null) {
      return context.NO() != null ? CursorOption.NO_SCROLL : CursorOption.SCROLL;
    }
    if (context.BINARY() != null) {
      return CursorOption.BINARY;
    }
    return context.INSENSITIVE() != null ? CursorOption.INSENSITIVE : CursorOption.ASENSITIVE;
  }

  private static Fetch fetch(FetchStmtContext context) {
    boolean move = context.command.getType() == PostgresParser.MOVE;
    FetchArgumentsContext arguments = context.fetchArguments();
    if (arguments instanceof PostgresParser.FetchOneContext one) {
      return new Fetch(Names.name(one.cursor), move, Direction.FORWARD, 1);
    }
    if (arguments instanceof PostgresParser.FetchNumberContext number) {
      return new Fetch(
          Names.name(number.cursor), move, Direction.FORWARD, count(number.signedInteger()));
    }
    if (arguments instanceof PostgresParser.FetchToContext to) {
      Direction direction =
          to.direction.getType() == PostgresParser.ABSOLUTE
              ? Direction.ABSOLUTE
              : Direction.RELATIVE;
      return new Fetch(Names.name(to.cursor), move, direction, count(to.signedInteger()));
    }
    if (arguments instanceof PostgresParser.FetchForwardOrBackwardContext way) {
      Direction direction =
          way.direction.getType() == PostgresParser.FORWARD
              ? Direction.FORWARD
              : Direction.BACKWARD;
      long count = 1;
      if (way.ALL() != null) {
        count = ALL;
      } else if (way.signedInteger() != null) {
        count = count(way.signedInteger());
      }
      return new Fetch(Names.name(way.cursor), move, direction, count);
    }
    PostgresParser.FetchDirectionContext named = (PostgresParser.FetchDirectionContext) arguments;
    String name = Names.name(named.cursor);
    return switch (named.direction.getType()) {
      case PostgresParser.NEXT -> new Fetch(name, move, Direction.FORWARD, 1);
      case PostgresParser.PRIOR -> new Fetch(name, move, Direction.BACKWARD, 1);
      case PostgresParser.FIRST -> new Fetch(name, move, Direction.ABSOLUTE, 1);
      case PostgresParser.LAST -> new Fetch(name, move, Direction.ABSOLUTE, -1);
      default -> new Fetch(name, move, Direction.FORWARD, ALL);
    };
  }

  /** An ICONST of gram.y is an int4; the lexer makes larger numbers an FCONST. */
  private static long count(SignedIntegerContext context) {
    int value;
    try {
      value = Integer.parseInt(context.value.getText().replace("_", ""));
    } catch (NumberFormatException e) {
      throw Words.syntaxError(
          "syntax error at or near \"" + context.value.getText() + "\"", context.value);
    }
    return context.sign != null && context.sign.getType() == PostgresParser.MINUS ? -value : value;
  }
}
