package io.duckgres.transpiler.build;

import io.duckgres.pgtype.PgException;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Constructs of SQL/JSON and SQL/XML that the tree has no node for. */
final class JsonSyntax {
  private JsonSyntax() {}

  /** 0A000 naming the construct by its first word. */
  static PgException notSupported(ParserRuleContext construct) {
    String name = Tokens.value(construct.getStart()).toUpperCase(Locale.ROOT);
    return BuildErrors.notSupported(name, construct.getStart());
  }
}
