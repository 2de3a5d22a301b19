package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CopyEndpointContext;
import io.duckgres.grammar.PostgresParser.CopyOldOptionContext;
import io.duckgres.grammar.PostgresParser.CopyOptionContext;
import io.duckgres.grammar.PostgresParser.CopyOptionValueContext;
import io.duckgres.grammar.PostgresParser.CopyOptionsContext;
import io.duckgres.grammar.PostgresParser.CopyStmtContext;
import io.duckgres.transpiler.build.DataStatementBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.CopyStatement;
import io.duckgres.transpiler.statement.CopyStatement.Endpoint;
import io.duckgres.transpiler.statement.CopyStatement.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** COPY. Source: {@code gram.y} (CopyStmt). */
final class CopyBuilder {
  private CopyBuilder() {}

  static CopyStatement copy(CopyStmtContext context) {
    if (context instanceof PostgresParser.CopyQueryContext query) {
      return new CopyStatement.CopyQuery(
          DataStatementBuilder.statement(query.dataStatement()),
          endpoint(query.copyEndpoint()),
          options(query.copyOptions()));
    }
    PostgresParser.CopyTableContext table = (PostgresParser.CopyTableContext) context;
    List<Option> options = new ArrayList<>();
    if (table.BINARY() != null) {
      options.add(Option.of("format", "binary", table.BINARY().getSymbol().getStartIndex()));
    }
    if (table.copyDelimiters() != null) {
      options.add(
          Option.of(
              "delimiter",
              Words.value(table.copyDelimiters().delimiter),
              Words.start(table.copyDelimiters())));
    }
    options.addAll(options(table.copyOptions()));
    return new CopyStatement.CopyTable(
        Words.relation(table.tableName),
        table.columns == null ? null : Names.list(table.columns),
        table.direction.getType() == PostgresParser.FROM,
        endpoint(table.copyEndpoint()),
        options,
        DataStatementBuilder.condition(table.whereClause()));
  }

  private static Endpoint endpoint(CopyEndpointContext context) {
    if (context.stream != null) {
      return Endpoint.CLIENT;
    }
    return context.program != null ? Endpoint.PROGRAM : Endpoint.FILE;
  }

  private static List<Option> options(CopyOptionsContext context) {
    if (context instanceof PostgresParser.CopyOptionListContext list) {
      return list.options.stream().map(CopyBuilder::option).toList();
    }
    if (context instanceof PostgresParser.CopyOldOptionsContext old) {
      return old.copyOldOption().stream().map(CopyBuilder::option).toList();
    }
    return List.of();
  }

  private static Option option(CopyOptionContext context) {
    String name = context.name == null ? "format" : Names.name(context.name);
    int start = Words.start(context);
    CopyOptionValueContext value = context.value;
    if (value == null) {
      return Option.of(name, null, start);
    }
    if (value.STAR() != null) {
      return new Option(name, null, null, true, start);
    }
    if (value.LP() != null) {
      List<String> names = value.values.stream().map(SettingBuilder::text).toList();
      return new Option(name, null, names, false, start);
    }
    String text = value.DEFAULT() != null ? "default" : SettingBuilder.value(value.settingValue());
    return Option.of(name, text, start);
  }

  private static Option option(CopyOldOptionContext context) {
    int start = Words.start(context);
    if (context.FORCE() != null) {
      String name = context.QUOTE() != null ? "force_quote" : "force_null";
      boolean star = context.STAR() != null;
      List<String> names = star ? null : Names.list(context.columns);
      return new Option(context.NOT() != null ? "force_not_null" : name, null, names, star, start);
    }
    return switch (context.option.getType()) {
      case PostgresParser.BINARY -> Option.of("format", "binary", start);
      case PostgresParser.CSV -> Option.of("format", "csv", start);
      case PostgresParser.FREEZE, PostgresParser.HEADER ->
          Option.of(context.option.getText().toLowerCase(Locale.ROOT), "true", start);
      default ->
          Option.of(
              context.option.getText().toLowerCase(Locale.ROOT), Words.value(context.value), start);
    };
  }
}
