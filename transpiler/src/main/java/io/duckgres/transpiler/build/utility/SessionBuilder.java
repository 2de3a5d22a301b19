package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.DataStatementContext;
import io.duckgres.grammar.PostgresParser.DeallocateStmtContext;
import io.duckgres.grammar.PostgresParser.DiscardStmtContext;
import io.duckgres.grammar.PostgresParser.ExecuteStmtContext;
import io.duckgres.grammar.PostgresParser.ExplainStmtContext;
import io.duckgres.grammar.PostgresParser.ExplainableStmtContext;
import io.duckgres.grammar.PostgresParser.PrepareStmtContext;
import io.duckgres.grammar.PostgresParser.SelectStmtContext;
import io.duckgres.grammar.PostgresParser.UtilityOptionContext;
import io.duckgres.grammar.PostgresParser.UtilityOptionsContext;
import io.duckgres.transpiler.build.DataStatementBuilder;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.QueryBuilder;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.statement.SessionStatement.DiscardTarget;
import io.duckgres.transpiler.statement.SessionStatement.Option;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/** PREPARE, EXECUTE, DEALLOCATE, DISCARD and EXPLAIN. */
final class SessionBuilder {
  private SessionBuilder() {}

  static UtilityStatement prepare(PrepareStmtContext context) {
    DataStatementContext statement = context.dataStatement();
    return new SessionStatement.Prepare(
        Names.name(context.statementName),
        context.types.stream().map(TypeNameBuilder::typeName).toList(),
        DataStatementBuilder.statement(statement),
        Words.start(statement),
        statement.getStop().getStopIndex() + 1);
  }

  static UtilityStatement execute(ExecuteStmtContext context) {
    return new SessionStatement.Execute(
        Names.name(context.statementName), ExpressionBuilder.expressions(context.arguments));
  }

  static UtilityStatement deallocate(DeallocateStmtContext context) {
    return new SessionStatement.Deallocate(Names.name(context.statementName));
  }

  static UtilityStatement discard(DiscardStmtContext context) {
    return new SessionStatement.Discard(
        switch (context.what.getType()) {
          case PostgresParser.ALL -> DiscardTarget.ALL;
          case PostgresParser.PLANS -> DiscardTarget.PLANS;
          case PostgresParser.SEQUENCES -> DiscardTarget.SEQUENCES;
          default -> DiscardTarget.TEMP;
        });
  }

  static UtilityStatement explain(ExplainStmtContext context) {
    SqlNode explained = explained(context.explained);
    SessionStatement.Execute execute = null;
    if (context.explained.executeStmt() != null
        && execute(context.explained.executeStmt()) instanceof SessionStatement.Execute prepared) {
      execute = prepared;
    }
    if (explained == null && execute == null) {
      return new UnsupportedStatement("EXPLAIN of this statement");
    }
    List<Option> options = new ArrayList<>(options(context.utilityOptions()));
    if (context.analyze != null) {
      options.add(new Option("analyze", null, context.analyze.getStartIndex()));
    }
    if (context.verbose != null) {
      options.add(new Option("verbose", null, context.verbose.getStartIndex()));
    }
    boolean stores =
        context.explained.createTableStmt() != null
            || context.explained.createMaterializedViewStmt() != null;
    return new SessionStatement.Explain(options, explained, execute, stores);
  }

  /** Options in parentheses; none for null. */
  static List<Option> options(UtilityOptionsContext context) {
    return context == null
        ? List.of()
        : context.options.stream().map(SessionBuilder::option).toList();
  }

  private static Option option(UtilityOptionContext context) {
    String name =
        context.name != null
            ? Names.name(context.name)
            : context.getStart().getText().toLowerCase(Locale.ROOT);
    String value = context.value == null ? null : SettingBuilder.value(context.value);
    return new Option(name.equals("analyse") ? "analyze" : name, value, Words.start(context));
  }

  /** The query or change of rows behind what is explained; null when there is none at hand. */
  private static SqlNode explained(ExplainableStmtContext context) {
    if (context.dataStatement() != null) {
      return DataStatementBuilder.statement(context.dataStatement());
    }
    SelectStmtContext query = null;
    if (context.createTableStmt() != null) {
      query = context.createTableStmt().query;
    } else if (context.createMaterializedViewStmt() != null) {
      query = context.createMaterializedViewStmt().query;
    } else if (context.declareCursorStmt() != null) {
      query = context.declareCursorStmt().query;
    }
    return query == null ? null : QueryBuilder.query(query);
  }
}
