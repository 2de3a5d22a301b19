package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AnyNameContext;
import io.duckgres.grammar.PostgresParser.AnyNameListContext;
import io.duckgres.grammar.PostgresParser.FunctionNameContext;
import io.duckgres.grammar.PostgresParser.NameListContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Names as lists of their parts, folded to lower case unless quoted. */
public final class Names {
  private Names() {}

  /** The text of a name of one part: a colId, a colLabel and their kin; null for null. */
  public static String name(ParserRuleContext name) {
    return Tokens.value(name);
  }

  /** Names separated by commas; empty for null. */
  public static List<String> list(NameListContext names) {
    return names == null ? List.of() : Tokens.values(names.names);
  }

  /** A name of any number of parts (gram.y: any_name). */
  public static List<String> qualified(AnyNameContext name) {
    if (name.attributes.isEmpty()) {
      return List.of(Tokens.value(name.getStart()));
    }
    return parts(name.getStart(), name.attributes);
  }

  /** Names of any number of parts, separated by commas. */
  public static List<List<String>> qualifiedList(AnyNameListContext names) {
    return names.names.stream().map(Names::qualified).toList();
  }

  /**
   * The name of a relation (gram.y: qualified_name).
   *
   * @throws io.duckgres.pgtype.PgException 42601 for a name of more than three parts
   */
  public static List<String> relation(AnyNameContext name) {
    return checkedRelation(qualified(name), name.getStart());
  }

  /** The name of a function (gram.y: func_name). */
  public static List<String> function(FunctionNameContext name) {
    return parts(name.getStart(), name.attributes);
  }

  static List<String> parts(Token head, List<? extends ParserRuleContext> attributes) {
    List<String> parts = new ArrayList<>(attributes.size() + 1);
    parts.add(Tokens.value(head));
    for (ParserRuleContext attribute : attributes) {
      parts.add(Tokens.value(attribute));
    }
    return parts;
  }

  static List<String> checkedRelation(List<String> parts, Token start) {
    if (parts.size() > 3) {
      throw BuildErrors.syntax(tooManyParts(parts), start);
    }
    return parts;
  }

  static String tooManyParts(List<String> parts) {
    return "improper qualified name (too many dotted names): " + String.join(".", parts);
  }
}
