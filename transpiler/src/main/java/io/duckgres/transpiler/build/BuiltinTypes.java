package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.BitTypeContext;
import io.duckgres.grammar.PostgresParser.BuiltinTypeContext;
import io.duckgres.grammar.PostgresParser.CharacterTypeContext;
import io.duckgres.grammar.PostgresParser.DateTimeTypeContext;
import io.duckgres.grammar.PostgresParser.FloatTypeContext;
import io.duckgres.grammar.PostgresParser.NumericTypeContext;
import io.duckgres.grammar.PostgresParser.PlainTypeContext;
import io.duckgres.grammar.PostgresParser.VarcharTypeContext;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.TypeName;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The types whose names are keywords: they stand for types of the schema pg_catalog. */
final class BuiltinTypes {
  private BuiltinTypes() {}

  /** The type where a type is named: CHAR and BIT alone mean one character or bit. */
  static TypeName type(BuiltinTypeContext context) {
    boolean oneByDefault =
        context instanceof CharacterTypeContext character
                && character.varying == null
                && character.length == null
            || context instanceof BitTypeContext bit
                && bit.varying == null
                && bit.typeModifiers() == null;
    TypeName type = literalType(context);
    if (!oneByDefault) {
      return type;
    }
    List<SqlNode> one = List.of(PgLiteral.number(SqlParserPos.ZERO, "1"));
    return new TypeName(type.name(), one, 0, false, false, type.start());
  }

  /** The type before a literal: CHAR and BIT alone mean any length (gram.y: ConstTypename). */
  static TypeName literalType(BuiltinTypeContext context) {
    return TypeNameBuilder.system(name(context), modifiers(context), context.getStart());
  }

  private static String name(BuiltinTypeContext context) {
    if (context instanceof PlainTypeContext plain) {
      return plainName(plain.name);
    }
    if (context instanceof FloatTypeContext floating) {
      return floatName(floating);
    }
    if (context instanceof NumericTypeContext) {
      return "numeric";
    }
    if (context instanceof BitTypeContext bit) {
      return bit.varying == null ? "bit" : "varbit";
    }
    if (context instanceof CharacterTypeContext character) {
      return character.varying == null ? "bpchar" : "varchar";
    }
    if (context instanceof VarcharTypeContext) {
      return "varchar";
    }
    if (context instanceof DateTimeTypeContext dateTime) {
      boolean zoned = dateTime.zone != null && dateTime.zone.getType() == PostgresParser.WITH_LA;
      return Tokens.value(dateTime.name) + (zoned ? "tz" : "");
    }
    return "float8";
  }

  private static String plainName(Token keyword) {
    return switch (keyword.getType()) {
      case PostgresParser.SMALLINT -> "int2";
      case PostgresParser.BIGINT -> "int8";
      case PostgresParser.REAL -> "float4";
      case PostgresParser.BOOLEAN -> "bool";
      case PostgresParser.JSON -> "json";
      default -> "int4";
    };
  }

  private static String floatName(FloatTypeContext context) {
    if (context.precision == null) {
      return "float8";
    }
    int bits = Integer.parseInt(Tokens.value(context.precision));
    if (bits < 1) {
      throw precisionError(context, "precision for type float must be at least 1 bit");
    }
    if (bits > 53) {
      throw precisionError(context, "precision for type float must be less than 54 bits");
    }
    return bits <= 24 ? "float4" : "float8";
  }

  private static RuntimeException precisionError(FloatTypeContext context, String message) {
    int offset = context.precision.getStartIndex();
    return BuildErrors.at(SqlState.INVALID_PARAMETER_VALUE, message, offset);
  }

  private static List<SqlNode> modifiers(BuiltinTypeContext context) {
    if (context instanceof NumericTypeContext numeric) {
      return TypeNameBuilder.modifiers(numeric.typeModifiers());
    }
    if (context instanceof BitTypeContext bit) {
      return TypeNameBuilder.modifiers(bit.typeModifiers());
    }
    if (context instanceof CharacterTypeContext character) {
      return number(character.length);
    }
    if (context instanceof VarcharTypeContext varchar) {
      return number(varchar.length);
    }
    return context instanceof DateTimeTypeContext dateTime ? number(dateTime.precision) : List.of();
  }

  private static List<SqlNode> number(Token token) {
    return token == null ? List.of() : List.of(LiteralBuilder.number(token));
  }
}
