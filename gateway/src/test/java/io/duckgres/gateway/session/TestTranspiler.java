package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.Transpiler;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ExplainOptions;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.ResultShape;
import io.duckgres.transpiler.plan.SourceMap;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.plan.StatementPlan.Transaction;
import io.duckgres.transpiler.plan.StatementPlan.TransactionCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans the few kinds of statements that tests of sessions use, all of them spelled alike in both
 * dialects. Statements of an upper-case keyword have a plan of their own, others pass through.
 */
final class TestTranspiler implements Transpiler {

  private record TestStatement(String text, int start) implements Statement {
    @Override
    public boolean isTransactionControl() {
      return List.of("BEGIN", "COMMIT", "ROLLBACK").contains(text);
    }

    @Override
    public boolean leavesEngineAlone() {
      return isTransactionControl();
    }

    @Override
    public boolean endsFailedTransaction() {
      return text.equals("COMMIT") || text.equals("ROLLBACK");
    }

    String[] words() {
      return text.split(" ");
    }
  }

  @Override
  public List<Statement> parse(String text) {
    List<Statement> statements = new ArrayList<>();
    int start = 0;
    for (String part : text.split(";", -1)) {
      String trimmed = part.strip();
      if (!trimmed.isEmpty()) {
        statements.add(new TestStatement(trimmed, start + part.indexOf(trimmed)));
      }
      start += part.length() + 1;
    }
    return statements;
  }

  @Override
  public StatementPlan plan(
      Statement statement, ParameterTypes parameters, PlanningContext context) {
    String[] words = ((TestStatement) statement).words();
    String text = statement.text();
    return switch (words[0]) {
      case "BEGIN" ->
          transaction(TransactionCommand.BEGIN, text.contains("READ ONLY") ? true : null);
      case "COMMIT" -> transaction(TransactionCommand.COMMIT, null);
      case "ROLLBACK" -> transaction(TransactionCommand.ROLLBACK, null);
      case "SET" -> new StatementPlan.SetParameter(words[1], List.of(words[3]), false);
      case "SETLOCAL" -> new StatementPlan.SetParameter(words[1], List.of(words[3]), true);
      case "RESET" -> new StatementPlan.ResetParameter(words[1]);
      case "SHOW" -> new StatementPlan.ShowParameter(words[1]);
      case "DISCARD" -> new StatementPlan.Discard(words[1]);
      case "DEALLOCATE" -> new StatementPlan.Deallocate(words[1]);
      case "PREPARE" -> {
        int inner = text.indexOf(" AS ") + 4;
        yield new StatementPlan.Prepare(
            words[1],
            List.of(PgTypes.INT4),
            new TestStatement(text.substring(inner), statement.start() + inner));
      }
      case "EXECUTE" -> new StatementPlan.Execute(words[1], arguments(words[2]));
      case "EXPLAIN" ->
          new StatementPlan.Explain(
              engine(text.substring(8), null),
              null,
              new ExplainOptions(false, false, true, false, false, ExplainOptions.Format.TEXT));
      case "select" -> select(text);
      case "insert", "update", "delete", "create", "drop" -> engine(text, tag(words));
      default ->
          new StatementPlan.PassThrough(
              text,
              new PgException(SqlState.SYNTAX_ERROR, "syntax error at or near \"" + words[0] + "\"")
                  .withPosition(1));
    };
  }

  private static StatementPlan transaction(TransactionCommand command, Boolean readOnly) {
    return new Transaction(command, null, null, readOnly, null, false);
  }

  private static CommandTag tag(String[] words) {
    return switch (words[0]) {
      case "insert" -> CommandTag.INSERT;
      case "update" -> CommandTag.UPDATE;
      case "delete" -> CommandTag.DELETE;
      default -> CommandTag.of((words[0] + " " + words[1]).toUpperCase(java.util.Locale.ROOT));
    };
  }

  private static StatementPlan.Engine arguments(String value) {
    return new StatementPlan.Engine(
        List.of(EngineStep.of("select " + value)),
        List.of(),
        ResultShape.of(ResultColumn.of("a", PgTypes.INT4)),
        CommandTag.SELECT,
        false,
        false);
  }

  /** One column named a, of type int4 or text; its parameters are int4 in their order. */
  private static StatementPlan.Engine select(String text) {
    PgType type = text.contains("'") ? PgTypes.TEXT : PgTypes.INT4;
    return new StatementPlan.Engine(
        List.of(step(text)),
        parameterTypes(text),
        ResultShape.of(ResultColumn.of("a", type)),
        CommandTag.SELECT,
        false,
        false);
  }

  private static StatementPlan.Engine engine(String text, CommandTag tag) {
    boolean ddl = text.startsWith("create") || text.startsWith("drop");
    ResultShape shape =
        text.contains("returning") ? ResultShape.of(ResultColumn.of("a", PgTypes.INT4)) : null;
    return new StatementPlan.Engine(
        List.of(step(text)), parameterTypes(text), shape, tag, ddl, true);
  }

  private static EngineStep step(String text) {
    List<PlanParameter> parameters = new ArrayList<>();
    for (int number = 1; text.contains("$" + number); number++) {
      parameters.add(new PlanParameter.Client(number));
    }
    return new EngineStep(text, parameters, new SourceMap(new int[] {0}, new int[] {0}));
  }

  private static List<PgType> parameterTypes(String text) {
    List<PgType> types = new ArrayList<>();
    for (int number = 1; text.contains("$" + number); number++) {
      types.add(PgTypes.INT4);
    }
    return types;
  }

  @Override
  public void warmUp() {}
}
