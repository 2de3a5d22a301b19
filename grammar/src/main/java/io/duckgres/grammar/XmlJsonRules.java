package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.JsonFormatContext;
import io.duckgres.grammar.PostgresParser.JsonObjectFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonObjectMemberContext;
import io.duckgres.grammar.PostgresParser.XmlTableColumnContext;
import io.duckgres.grammar.PostgresParser.XmlTableColumnOptionContext;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What PostgreSQL's parser refuses in SQL/JSON and SQL/XML. */
final class XmlJsonRules {
  private static final Set<String> ENCODINGS = Set.of("utf8", "utf16", "utf32");

  private XmlJsonRules() {}

  static void check(ParserRuleContext context, SyntaxRules rules) {
    if (context instanceof JsonFormatContext format) {
      check(format, rules);
    } else if (context instanceof XmlTableColumnContext column) {
      check(column, rules);
    } else if (context instanceof PostgresParser.JsonObjectAggregateContext aggregate
        && aggregate.member.separator == null) {
      rules.refuse(rules.behind(aggregate.member));
    }
  }

  /**
   * JSON_OBJECT takes keys with values, or the arguments of the function of that name, not both.
   */
  static void check(JsonObjectFunctionContext context, SyntaxRules rules) {
    if (context.members.isEmpty()) {
      return;
    }
    boolean pairs = context.members.get(0).separator != null;
    for (JsonObjectMemberContext member : context.members) {
      if (pairs != (member.separator != null)) {
        rules.refuse(pairs ? rules.behind(member) : member.separator);
        return;
      }
      if (pairs && member.key.argumentName != null) {
        rules.refuse(rules.behind(member.key.argumentName.getStart()));
      }
    }
    Token last = rules.behind(context.members.get(context.members.size() - 1));
    if (!pairs && last.getType() != PostgresParser.RP) {
      rules.refuse(last);
    }
  }

  private static void check(JsonFormatContext context, SyntaxRules rules) {
    if (context.encoding != null) {
      String encoding = ((PostgresToken) context.encoding.getStart()).value();
      if (!ENCODINGS.contains(AsciiCase.lower(encoding, 0, encoding.length()))) {
        rules.refuseSomewhere(
            context.encoding.getStart(), "22023", "unrecognized JSON encoding: " + encoding);
      }
    }
  }

  private static void check(XmlTableColumnContext context, SyntaxRules rules) {
    int defaults = 0;
    int paths = 0;
    int nulls = 0;
    for (XmlTableColumnOptionContext option : context.options) {
      defaults += option.DEFAULT() != null ? 1 : 0;
      paths += option.PATH() != null ? 1 : 0;
      nulls += option.NULL() != null ? 1 : 0;
      String name = ((PostgresToken) context.name.getStart()).value();
      String message =
          option.IDENT() != null
              ? "unrecognized column option \"" + ((PostgresToken) option.getStart()).value() + "\""
              : defaults > 1
                  ? "only one DEFAULT value is allowed"
                  : paths > 1
                      ? "only one PATH value per column is allowed"
                      : nulls > 1
                          ? "conflicting or redundant NULL / NOT NULL declarations for column \""
                              + name
                              + "\""
                          : null;
      if (message != null) {
        rules.refuse(option.getStart(), message);
        return;
      }
    }
  }
}
