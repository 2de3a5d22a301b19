package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser.DropPlainContext;
import io.duckgres.grammar.PostgresParser.DropTablePartContext;
import io.duckgres.grammar.PostgresParser.PlainObjectKindContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.DefinitionStatement.Absent;
import io.duckgres.transpiler.statement.DefinitionStatement.DropAbsent;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** DROP of kinds of objects that nobody can create here. */
final class AbsentBuilder {
  private AbsentBuilder() {}

  static UtilityStatement tablePart(DropTablePartContext context) {
    String kind = Words.value(context.kind);
    String tag = "DROP " + kind.toUpperCase(Locale.ROOT);
    return new DropAbsent(
        tag,
        List.of(new Absent(kind, Names.name(context.name), Words.relation(context.tableName))),
        context.ifExists() != null);
  }

  static UtilityStatement plain(DropPlainContext context) {
    String tag = "DROP " + Words.capitals(context.plainObjectKind());
    String word = word(context.plainObjectKind());
    if (word == null) {
      return new UnsupportedStatement(tag);
    }
    List<Absent> objects = new ArrayList<>();
    for (String name : Names.list(context.nameList())) {
      objects.add(new Absent(word, name, null));
    }
    return new DropAbsent(tag, objects, context.ifExists() != null);
  }

  /** The kind in messages; null where PostgreSQL itself brings objects of it. */
  private static String word(PlainObjectKindContext context) {
    if (context.EXTENSION() != null) {
      return "extension";
    }
    if (context.EVENT() != null) {
      return "event trigger";
    }
    if (context.WRAPPER() != null) {
      return "foreign-data wrapper";
    }
    if (context.PUBLICATION() != null) {
      return "publication";
    }
    return context.SERVER() != null ? "server" : null;
  }
}
