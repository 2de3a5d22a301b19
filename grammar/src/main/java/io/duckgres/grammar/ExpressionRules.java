package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.ArgumentContext;
import io.duckgres.grammar.PostgresParser.BuiltinTypeContext;
import io.duckgres.grammar.PostgresParser.CallArgumentsContext;
import io.duckgres.grammar.PostgresParser.CommonFunctionContext;
import io.duckgres.grammar.PostgresParser.FunctionCallContext;
import io.duckgres.grammar.PostgresParser.IndirectionContext;
import io.duckgres.grammar.PostgresParser.InsertColumnContext;
import io.duckgres.grammar.PostgresParser.NameExprContext;
import io.duckgres.grammar.PostgresParser.PrimaryContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What PostgreSQL's parser refuses in names, calls and other operands. */
final class ExpressionRules {
  private ExpressionRules() {}

  static void check(PrimaryContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.ParenthesesPrimaryContext row) {
      if (row.expressions.size() > 1 && !row.indirection().isEmpty()) {
        rules.refuse(row.indirection(0).getStart());
      }
      checkStar(row, row.indirection(), rules);
    } else if (context instanceof PostgresParser.SubqueryPrimaryContext query) {
      checkStar(query, query.indirection(), rules);
    } else if (context instanceof PostgresParser.ParameterPrimaryContext parameter) {
      checkStar(parameter, parameter.indirection(), rules);
    } else if (context instanceof PostgresParser.QuantifiedPrimaryContext quantified) {
      if (!OperatorRules.isBehindOperator(quantified)) {
        rules.refuse(quantified.getStart());
      }
    } else if (context instanceof PostgresParser.UniquePrimaryContext unique) {
      rules.refuse(unique.getStart(), "0A000", "UNIQUE predicate is not yet implemented");
    }
  }

  static void check(InsertColumnContext context, SyntaxRules rules) {
    checkStar(context, context.indirection(), rules);
  }

  static void check(NameExprContext context, SyntaxRules rules) {
    Token behind = context.call != null ? context.call.getStart() : context.literal;
    if (behind == null) {
      checkStar(context, context.suffixes, rules);
      return;
    }
    if (context.head != null && context.head.OPERATOR() != null && context.suffixes.isEmpty()) {
      checkOperatorCall(context, rules);
    }
    for (IndirectionContext suffix : context.suffixes) {
      if (!(suffix instanceof PostgresParser.AttributeIndirectionContext)) {
        rules.refuse(behind);
        return;
      }
    }
  }

  /** OPERATOR before brackets is never a function's name. */
  private static void checkOperatorCall(NameExprContext context, SyntaxRules rules) {
    if (context.call != null) {
      Token inner = rules.behind(context.call.getStart());
      boolean empty = inner.getType() == PostgresParser.RP;
      boolean name =
          inner.getType() == PostgresParser.IDENT || ((PostgresToken) inner).keyword() != null;
      rules.refuse(!empty && name ? rules.behind(inner) : inner);
    }
  }

  /** A star is the last part of a name. */
  private static void checkStar(
      ParserRuleContext context, List<IndirectionContext> suffixes, SyntaxRules rules) {
    for (int i = 0; i < suffixes.size() - 1; i++) {
      if (suffixes.get(i) instanceof PostgresParser.StarIndirectionContext) {
        rules.refuseNear(rules.behind(context), "improper use of \"*\"");
        return;
      }
    }
  }

  static void check(FunctionCallContext context, SyntaxRules rules) {
    CallArgumentsContext arguments = context.callArguments();
    if (context.literal != null) {
      checkTypeModifiers(arguments, rules);
    }
    if (context.withinGroupClause() != null) {
      String misplaced =
          arguments.sortClause() != null
              ? "multiple ORDER BY clauses"
              : arguments.DISTINCT() != null
                  ? "DISTINCT"
                  : arguments.VARIADIC() != null ? "VARIADIC" : null;
      if (misplaced != null) {
        Token within = context.withinGroupClause().getStart();
        rules.refuse(within, "cannot use " + misplaced + " with WITHIN GROUP");
      }
    }
  }

  private static void checkTypeModifiers(CallArgumentsContext arguments, SyntaxRules rules) {
    if (arguments.arguments.isEmpty()) {
      rules.refuse(rules.behind(arguments));
    }
    for (ArgumentContext argument : arguments.arguments) {
      if (argument.argumentName != null) {
        rules.refuse(argument.getStart(), "type modifier cannot have parameter name");
      }
    }
    if (arguments.sortClause() != null) {
      rules.refuse(arguments.sortClause().getStart(), "type modifier cannot have ORDER BY");
    }
    if (arguments.quantifier != null || arguments.VARIADIC() != null) {
      rules.refuse(rules.behind(arguments));
    }
  }

  static void check(CommonFunctionContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.JsonObjectFunctionContext object) {
      XmlJsonRules.check(object, rules);
    }
    if (context instanceof PostgresParser.SubstringFunctionContext substring
        && substring.pattern != null
        && !(substring.pattern instanceof PostgresParser.EscapeExprContext)) {
      rules.refuse(substring.RP().getSymbol());
    }
  }

  static void check(BuiltinTypeContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.FloatTypeContext type && type.precision != null) {
      int precision = Integer.parseInt(((PostgresToken) type.precision).value());
      if (precision < 1) {
        rules.refuse(type.precision, "22023", "precision for type float must be at least 1 bit");
      } else if (precision > 53) {
        rules.refuse(type.precision, "22023", "precision for type float must be less than 54 bits");
      }
    }
  }
}
