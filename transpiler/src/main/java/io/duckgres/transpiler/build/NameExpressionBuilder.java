package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AttributeIndirectionContext;
import io.duckgres.grammar.PostgresParser.IndirectionContext;
import io.duckgres.grammar.PostgresParser.NameExprContext;
import io.duckgres.grammar.PostgresParser.StarIndirectionContext;
import io.duckgres.grammar.PostgresParser.SubscriptIndirectionContext;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What begins with a name: a column, a function's call or a literal of a named type. */
final class NameExpressionBuilder {
  private NameExpressionBuilder() {}

  static SqlNode build(NameExprContext context) {
    Token start = context.getStart();
    if (context.call == null && context.literal == null) {
      return column(context);
    }
    List<String> name = new ArrayList<>(2);
    name.add(Tokens.value(start));
    addFields(name, context.suffixes);
    if (context.call != null) {
      return CallBuilder.call(name, start, context.call);
    }
    TypeName type = TypeNameBuilder.of(name, List.of(), start);
    return LiteralBuilder.typed(start, type, context.literal);
  }

  /** A column on its own. */
  static SqlIdentifier column(Token name) {
    return identifier(List.of(Tokens.value(name)), Tokens.position(name));
  }

  /** All columns: a star that stands alone. */
  static SqlIdentifier star(SqlParserPos position) {
    return identifier(List.of(""), position);
  }

  /**
   * The names up to the first subscript are the column's; a star is an empty name at their end
   * (gram.y: makeColumnRef).
   */
  private static SqlNode column(NameExprContext context) {
    Token start = context.getStart();
    List<IndirectionContext> suffixes = context.suffixes;
    if (suffixes.isEmpty()) {
      return column(start);
    }
    Indirections.checkStars(suffixes, context);
    List<String> names = new ArrayList<>(suffixes.size() + 1);
    names.add(Tokens.value(start));
    int used = addFields(names, suffixes);
    int stop = used == 0 ? start.getStopIndex() : suffixes.get(used - 1).getStop().getStopIndex();
    SqlIdentifier column = identifier(names, Positions.of(start.getStartIndex(), stop));
    return Indirections.apply(column, suffixes.subList(used, suffixes.size()), context);
  }

  /** Adds the names before the first subscript; returns how many suffixes they were. */
  private static int addFields(List<String> names, List<IndirectionContext> suffixes) {
    int at = 0;
    while (at < suffixes.size() && !(suffixes.get(at) instanceof SubscriptIndirectionContext)) {
      IndirectionContext suffix = suffixes.get(at++);
      names.add(
          suffix instanceof StarIndirectionContext
              ? ""
              : Tokens.value(((AttributeIndirectionContext) suffix).attribute));
    }
    return at;
  }

  private static SqlIdentifier identifier(List<String> names, SqlParserPos position) {
    return new SqlIdentifier(names, null, position, null);
  }
}
