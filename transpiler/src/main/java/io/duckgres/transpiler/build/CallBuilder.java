package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ArgumentContext;
import io.duckgres.grammar.PostgresParser.CallArgumentsContext;
import io.duckgres.grammar.PostgresParser.FilterClauseContext;
import io.duckgres.grammar.PostgresParser.FunctionCallContext;
import io.duckgres.grammar.PostgresParser.OverClauseContext;
import io.duckgres.grammar.PostgresParser.WithinGroupClauseContext;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.NamedArgument;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;

/** Calls of functions, aggregates and window functions (manual: "Function Calls" and after). */
final class CallBuilder {
  private CallBuilder() {}

  /** A call with what may follow it; or a literal of a type with modifiers. */
  static SqlNode call(List<String> name, Token start, FunctionCallContext context) {
    CallArgumentsContext arguments = context.callArguments();
    if (context.literal != null) {
      List<SqlNode> modifiers = modifiers(arguments, context.literal);
      return LiteralBuilder.typed(
          start, TypeNameBuilder.of(name, modifiers, start), context.literal);
    }
    WithinGroupClauseContext within = context.withinGroupClause();
    if (within != null) {
      checkWithinGroup(arguments, within);
    }
    return new FunctionCall(
        Tokens.position(start, context),
        name,
        arguments(arguments),
        options(arguments, within != null),
        SortBuilder.items(within != null ? within.sortClause() : arguments.sortClause()),
        filter(context.filterClause()),
        over(context.overClause()),
        null);
  }

  /** The condition of FILTER; null for null. */
  static SqlNode filter(FilterClauseContext context) {
    return context == null ? null : ExpressionBuilder.expression(context.condition);
  }

  /** OVER; null for null. */
  static SqlNode over(OverClauseContext context) {
    return context == null ? null : WindowBuilder.over(context);
  }

  /** A call without FILTER and OVER (gram.y: func_application). */
  static FunctionCall plain(List<String> name, Token start, CallArgumentsContext arguments) {
    return new FunctionCall(
        Tokens.position(start, arguments),
        name,
        arguments(arguments),
        options(arguments, false),
        SortBuilder.items(arguments.sortClause()),
        null,
        null,
        null);
  }

  static List<SqlNode> arguments(List<ArgumentContext> contexts) {
    List<SqlNode> arguments = new ArrayList<>(contexts.size());
    for (ArgumentContext context : contexts) {
      arguments.add(argument(context));
    }
    return arguments;
  }

  static SqlNode argument(ArgumentContext context) {
    SqlNode value = ExpressionBuilder.expression(context.value);
    return context.argumentName == null
        ? value
        : new NamedArgument(Tokens.position(context), Tokens.value(context.argumentName), value);
  }

  /** Modifiers of the type of a literal, which look like a call's arguments. */
  static List<SqlNode> modifiers(CallArgumentsContext context, Token literal) {
    boolean isList =
        !context.arguments.isEmpty() && context.quantifier == null && context.variadic == null;
    if (!isList) {
      throw BuildErrors.near("syntax error", literal);
    }
    for (ArgumentContext argument : context.arguments) {
      if (argument.argumentName != null) {
        throw BuildErrors.syntax("type modifier cannot have parameter name", argument.getStart());
      }
    }
    if (context.sortClause() != null) {
      throw BuildErrors.syntax(
          "type modifier cannot have ORDER BY", context.sortClause().getStart());
    }
    return arguments(context.arguments);
  }

  private static List<SqlNode> arguments(CallArgumentsContext context) {
    List<SqlNode> arguments = arguments(context.arguments);
    if (context.variadic != null) {
      arguments.add(argument(context.variadic));
    }
    return arguments;
  }

  private static CallOptions options(CallArgumentsContext context, boolean withinGroup) {
    boolean star = context.star != null;
    boolean distinct = isDistinct(context);
    boolean variadic = context.variadic != null;
    return star || distinct || variadic || withinGroup
        ? new CallOptions(star, distinct, variadic, withinGroup, false)
        : CallOptions.NONE;
  }

  private static boolean isDistinct(CallArgumentsContext context) {
    return context.quantifier != null && context.quantifier.getType() == PostgresParser.DISTINCT;
  }

  private static void checkWithinGroup(
      CallArgumentsContext arguments, WithinGroupClauseContext within) {
    if (arguments.sortClause() != null) {
      throw BuildErrors.syntax(
          "cannot use multiple ORDER BY clauses with WITHIN GROUP", within.getStart());
    }
    if (isDistinct(arguments)) {
      throw BuildErrors.syntax("cannot use DISTINCT with WITHIN GROUP", within.getStart());
    }
    if (arguments.variadic != null) {
      throw BuildErrors.syntax("cannot use VARIADIC with WITHIN GROUP", within.getStart());
    }
  }
}
