package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser.DropFunctionStmtContext;
import io.duckgres.grammar.PostgresParser.DropPlainContext;
import io.duckgres.grammar.PostgresParser.DropTablePartContext;
import io.duckgres.grammar.PostgresParser.FunctionArgumentContext;
import io.duckgres.grammar.PostgresParser.FunctionSignatureContext;
import io.duckgres.grammar.PostgresParser.PlainObjectKindContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.DefinitionStatement.Absent;
import io.duckgres.transpiler.statement.DefinitionStatement.DropAbsent;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.TypeName;
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
        List.of(
            new Absent(kind, Names.name(context.name), Words.relation(context.tableName), null)),
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
      objects.add(new Absent(word, name, null, null));
    }
    return new DropAbsent(tag, objects, context.ifExists() != null);
  }

  static UtilityStatement function(DropFunctionStmtContext context) {
    String kind = Words.value(context.kind);
    String tag = "DROP " + kind.toUpperCase(Locale.ROOT);
    List<Absent> objects = new ArrayList<>();
    for (FunctionSignatureContext signature : context.signatures) {
      if (signature.functionName() == null) {
        return new UnsupportedStatement(tag);
      }
      List<String> name = Names.function(signature.functionName());
      objects.add(new Absent(kind, String.join(".", name), null, types(signature)));
    }
    return new DropAbsent(tag, objects, context.ifExists() != null);
  }

  private static List<TypeName> types(FunctionSignatureContext signature) {
    List<TypeName> types = new ArrayList<>();
    if (signature.functionArguments() != null) {
      for (FunctionArgumentContext argument : signature.functionArguments().arguments) {
        if (argument.argumentMode() == null || argument.argumentMode().OUT() == null) {
          types.add(TypeNameBuilder.functionType(argument.functionType()));
        }
      }
    }
    return types;
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
