package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CastFunctionContext;
import io.duckgres.grammar.PostgresParser.CollationForFunctionContext;
import io.duckgres.grammar.PostgresParser.CommonFunctionContext;
import io.duckgres.grammar.PostgresParser.ExtractFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonObjectFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonObjectMemberContext;
import io.duckgres.grammar.PostgresParser.ListFunctionContext;
import io.duckgres.grammar.PostgresParser.MergeActionFunctionContext;
import io.duckgres.grammar.PostgresParser.NormalizeFunctionContext;
import io.duckgres.grammar.PostgresParser.NullifFunctionContext;
import io.duckgres.grammar.PostgresParser.OverlayFunctionContext;
import io.duckgres.grammar.PostgresParser.PositionFunctionContext;
import io.duckgres.grammar.PostgresParser.SubstringFunctionContext;
import io.duckgres.grammar.PostgresParser.TimeValueFunctionContext;
import io.duckgres.grammar.PostgresParser.TreatFunctionContext;
import io.duckgres.grammar.PostgresParser.TrimFunctionContext;
import io.duckgres.grammar.PostgresParser.ValueFunctionContext;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.TypeName;
import io.duckgres.transpiler.tree.ValueFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions whose arguments have a syntax of their own (gram.y: func_expr_common_subexpr). */
final class CommonFunctionBuilder {
  private CommonFunctionBuilder() {}

  static SqlNode function(CommonFunctionContext context) {
    SqlParserPos position = Tokens.position(context);
    if (context instanceof CastFunctionContext cast) {
      SqlNode operand = ExpressionBuilder.expression(cast.expr());
      return new CastCall(position, operand, TypeNameBuilder.typeName(cast.typeName()), false);
    }
    if (context instanceof ListFunctionContext list) {
      return list(position, list);
    }
    if (context instanceof NullifFunctionContext nullif) {
      SqlNode left = ExpressionBuilder.expression(nullif.left);
      SqlNode right = ExpressionBuilder.expression(nullif.right);
      return new SpecialCall(position, SpecialCall.Kind.NULLIF, List.of(left, right));
    }
    if (context instanceof ValueFunctionContext value) {
      return value(position, value.name, null);
    }
    if (context instanceof TimeValueFunctionContext value) {
      return value(position, value.name, value.precision);
    }
    if (context instanceof ExtractFunctionContext extract) {
      SqlNode field = LiteralBuilder.string(extract.field.getStart());
      return SystemCalls.call(
          position, "extract", field, ExpressionBuilder.expression(extract.expr()));
    }
    return stringFunction(position, context);
  }

  private static SqlNode stringFunction(SqlParserPos position, CommonFunctionContext context) {
    if (context instanceof SubstringFunctionContext substring) {
      return StringFunctionBuilder.substring(position, substring);
    }
    if (context instanceof TrimFunctionContext trim) {
      return StringFunctionBuilder.trim(position, trim);
    }
    if (context instanceof PositionFunctionContext at) {
      return StringFunctionBuilder.position(position, at);
    }
    if (context instanceof OverlayFunctionContext overlay) {
      return StringFunctionBuilder.overlay(position, overlay);
    }
    if (context instanceof NormalizeFunctionContext normalize) {
      return StringFunctionBuilder.normalize(position, normalize);
    }
    if (context instanceof CollationForFunctionContext collation) {
      SqlNode operand = ExpressionBuilder.expression(collation.expr());
      return SystemCalls.call(position, "pg_collation_for", operand);
    }
    if (context instanceof TreatFunctionContext treat) {
      return treat(position, treat);
    }
    if (context instanceof MergeActionFunctionContext) {
      return SystemCalls.call(position, "merge_action");
    }
    if (context instanceof JsonObjectFunctionContext object && isPlainCall(object)) {
      return jsonObject(position, object);
    }
    SqlNode json = SqlJsonBuilder.function(context);
    if (json != null) {
      return json;
    }
    throw JsonSyntax.notSupported(context);
  }

  private static SqlNode list(SqlParserPos position, ListFunctionContext context) {
    if (context.name.getType() == PostgresParser.XMLCONCAT) {
      throw JsonSyntax.notSupported(context);
    }
    String name = Tokens.value(context.name).toUpperCase(Locale.ROOT);
    return new SpecialCall(
        position,
        SpecialCall.Kind.valueOf(name),
        ExpressionBuilder.expressions(context.expressions));
  }

  private static SqlNode value(SqlParserPos position, Token name, Token precision) {
    return new ValueFunction(
        position,
        ValueFunction.Kind.valueOf(Tokens.value(name).toUpperCase(Locale.ROOT)),
        precision == null ? -1 : Integer.parseInt(Tokens.value(precision)));
  }

  /** TREAT calls the function that is named like the type. */
  private static SqlNode treat(SqlParserPos position, TreatFunctionContext context) {
    TypeName type = TypeNameBuilder.typeName(context.typeName());
    String function = type.name().get(type.name().size() - 1);
    return plainCall(position, function, List.of(ExpressionBuilder.expression(context.expr())));
  }

  /** Whether it calls the functions json_object(text[]) and (text[], text[]). */
  private static boolean isPlainCall(JsonObjectFunctionContext context) {
    return !context.members.isEmpty()
        && context.members.stream().allMatch(member -> member.separator == null)
        && context.jsonNullClause() == null
        && context.jsonKeyUniqueness() == null
        && context.jsonReturning() == null;
  }

  private static SqlNode jsonObject(SqlParserPos position, JsonObjectFunctionContext context) {
    List<SqlNode> arguments = new ArrayList<>();
    for (JsonObjectMemberContext member : context.members) {
      arguments.add(CallBuilder.argument(member.key));
    }
    return plainCall(position, "json_object", arguments);
  }

  private static FunctionCall plainCall(
      SqlParserPos position, String function, List<SqlNode> arguments) {
    return new FunctionCall(
        position,
        List.of(SystemCalls.SCHEMA, function),
        arguments,
        CallOptions.NONE,
        List.of(),
        null,
        null,
        null);
  }
}
