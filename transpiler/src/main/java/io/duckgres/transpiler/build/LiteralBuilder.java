package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ConstantContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.TypeName;
import io.duckgres.transpiler.tree.Typed;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Constants (manual: "Constants"). */
final class LiteralBuilder {
  private LiteralBuilder() {}

  static PgLiteral constant(ConstantContext constant) {
    Token token = constant.value;
    SqlParserPos position = Tokens.position(token);
    return switch (token.getType()) {
      case PostgresParser.ICONST, PostgresParser.FCONST -> number(token);
      case PostgresParser.SCONST -> string(token);
      case PostgresParser.BCONST, PostgresParser.XCONST -> bits(token);
      case PostgresParser.TRUE -> PgLiteral.bool(position, true);
      case PostgresParser.FALSE -> PgLiteral.bool(position, false);
      default -> PgLiteral.nullValue(position);
    };
  }

  static PgLiteral number(Token token) {
    return PgLiteral.number(Tokens.position(token), Tokens.value(token));
  }

  static PgLiteral string(Token token) {
    return PgLiteral.string(Tokens.position(token), Tokens.value(token));
  }

  /** A literal of a named type: the cast stands at the type's name, the string where it stands. */
  static CastCall typed(Token start, TypeName type, Token literal) {
    SqlParserPos position = Positions.of(start.getStartIndex(), literal.getStopIndex());
    return new CastCall(position, string(literal), type, false);
  }

  /** Whether a minus before it becomes part of it (gram.y: doNegate). */
  static boolean isNumber(SqlNode node) {
    return node instanceof PgLiteral literal
        && (Typed.typeOf(literal).equals(PgTypes.INT4)
            || Typed.typeOf(literal).equals(PgTypes.INT8)
            || Typed.typeOf(literal).equals(PgTypes.NUMERIC));
  }

  /** The number with a minus before it, at the minus. */
  static PgLiteral negated(SqlParserPos position, PgLiteral number) {
    String text = number.text();
    if (text.startsWith("-")) {
      return PgLiteral.number(position, text.substring(1));
    }
    return PgLiteral.number(position, text.equals("0") ? text : "-" + text);
  }

  private static PgLiteral bits(Token token) {
    String value = Tokens.value(token);
    boolean hexadecimal = value.charAt(0) == 'x';
    StringBuilder bits = new StringBuilder();
    for (int at = 1; at < value.length(); at++) {
      char c = value.charAt(at);
      int digit = c < 0x80 ? Character.digit(c, hexadecimal ? 16 : 2) : -1;
      if (digit < 0) {
        throw invalidDigit(value, at, hexadecimal, token);
      }
      for (int bit = hexadecimal ? 3 : 0; bit >= 0; bit--) {
        bits.append((digit >> bit & 1) == 0 ? '0' : '1');
      }
    }
    return new PgLiteral(Tokens.position(token), bits.toString(), ExpressionType.of(PgTypes.BIT));
  }

  private static PgException invalidDigit(String value, int at, boolean hexadecimal, Token token) {
    String digit = Character.toString(value.codePointAt(at));
    String kind = hexadecimal ? "hexadecimal" : "binary";
    return BuildErrors.at(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "\"" + digit + "\" is not a valid " + kind + " digit",
        token.getStartIndex());
  }
}
