package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.AnyNameContext;
import io.duckgres.grammar.PostgresParser.AnyNameListContext;
import io.duckgres.grammar.PostgresParser.ColIdContext;
import io.duckgres.grammar.PostgresParser.OrReplaceContext;
import io.duckgres.grammar.PostgresParser.RelationContext;
import io.duckgres.grammar.PostgresParser.RoleNameContext;
import io.duckgres.grammar.PostgresParser.SignedNumberContext;
import io.duckgres.grammar.PostgresToken;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Names, strings and numbers of utility statements. */
final class Words {
  private Words() {}

  /** A token's decoded text. */
  static String value(Token token) {
    return ((PostgresToken) token).value();
  }

  static String value(TerminalNode node) {
    return value(node.getSymbol());
  }

  static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  static ObjectName relation(AnyNameContext name) {
    return new ObjectName(Names.relation(name), start(name));
  }

  static ObjectName relation(RelationContext relation) {
    return relation(relation.anyName());
  }

  static ObjectName object(AnyNameContext name) {
    return new ObjectName(Names.qualified(name), start(name));
  }

  static List<ObjectName> objects(AnyNameListContext names) {
    return names.names.stream().map(Words::object).toList();
  }

  /** A role's name; null for CURRENT_USER and its kin. */
  static String role(RoleNameContext role) {
    if (role == null || role.nonReservedWord() == null) {
      return null;
    }
    return Names.name(role.nonReservedWord());
  }

  /** A number with its sign, as text. */
  static String number(SignedNumberContext number) {
    boolean negative = number.sign != null && number.sign.getType() == PostgresParser.MINUS;
    return (negative ? "-" : "") + value(number.value);
  }

  /** The value of a storage option as text. */
  static String option(PostgresParser.DefinitionValueContext value) {
    return value.string != null ? value(value.string) : value.getText().toLowerCase(Locale.ROOT);
  }

  /** The words of a rule in capitals, separated by spaces. */
  static String capitals(ParserRuleContext words) {
    return words.children.stream()
        .map(child -> child.getText().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** The keywords that a statement or clause begins with, OR REPLACE left out; for messages. */
  static String leading(ParserRuleContext context, int most) {
    List<String> words = new ArrayList<>();
    collectLeading(context, most, words);
    return String.join(" ", words);
  }

  /** Collects keywords; false when something else has come. */
  private static boolean collectLeading(ParseTree tree, int most, List<String> words) {
    if (tree instanceof TerminalNode terminal) {
      PostgresToken token = (PostgresToken) terminal.getSymbol();
      if (token.keyword() == null || words.size() == most) {
        return false;
      }
      words.add(token.getText().toUpperCase(Locale.ROOT));
      return true;
    }
    if (tree instanceof OrReplaceContext) {
      return true;
    }
    if (tree instanceof ColIdContext || tree instanceof AnyNameContext) {
      return false;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (!collectLeading(tree.getChild(i), most, words)) {
        return false;
      }
    }
    return true;
  }

  static PgException syntaxError(String message, Token at) {
    return new PgException(SqlState.SYNTAX_ERROR, message).withPosition(at.getStartIndex() + 1);
  }
}
