package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import java.util.List;
import java.util.Map;

/** What is to be done for one statement: by the engine, or by the session itself. */
public sealed interface StatementPlan {

  /** Types of $1, $2 … as ParameterDescription tells them; a null element: the engine knows. */
  default List<PgType> parameterTypes() {
    return List.of();
  }

  /**
   * The columns of the result; null when the statement returns no rows, or when {@link
   * #shapeFromEngine()}.
   */
  default ResultShape shape() {
    return null;
  }

  /** True when only the engine's prepare tells whether there are rows, and their columns. */
  default boolean shapeFromEngine() {
    return false;
  }

  /**
   * Statements for the engine, in one transaction; the last one gives the result.
   *
   * @param steps at least one
   * @param parameterTypes see {@link StatementPlan#parameterTypes()}
   * @param shape columns of the last step's result, null when its row count is the result
   * @param tag what CommandComplete says
   * @param changesCatalog DDL: the catalog's version changes when the transaction commits
   * @param createsTemporary whether it creates an object of the session's own
   * @param writes false for what may run in a read-only transaction
   * @param notices told to the client once the steps are done
   * @param blockRule whether it needs or shuns a transaction block
   * @param cleanup what is done once all rows of the result are there
   * @param changed schema and name of the relations that a definition changes; empty when it may
   *     change anything
   */
  record Engine(
      List<EngineStep> steps,
      List<PgType> parameterTypes,
      ResultShape shape,
      CommandTag tag,
      boolean changesCatalog,
      boolean createsTemporary,
      boolean writes,
      List<PgNotice> notices,
      BlockRule blockRule,
      List<EngineStep> cleanup,
      List<List<String>> changed)
      implements StatementPlan {
    public Engine {
      changed = List.copyOf(changed);
      steps = List.copyOf(steps);
      cleanup = List.copyOf(cleanup);
      notices = List.copyOf(notices);
      // Elements may be null, which List.copyOf refuses.
      parameterTypes =
          java.util.Collections.unmodifiableList(new java.util.ArrayList<>(parameterTypes));
    }

    /** A plan that may change anything, if it changes the catalog. */
    public Engine(
        List<EngineStep> steps,
        List<PgType> parameterTypes,
        ResultShape shape,
        CommandTag tag,
        boolean changesCatalog,
        boolean createsTemporary,
        boolean writes,
        List<PgNotice> notices,
        BlockRule blockRule,
        List<EngineStep> cleanup) {
      this(
          steps,
          parameterTypes,
          shape,
          tag,
          changesCatalog,
          createsTemporary,
          writes,
          notices,
          blockRule,
          cleanup,
          List.of());
    }

    /** A plan that leaves nothing behind. */
    public Engine(
        List<EngineStep> steps,
        List<PgType> parameterTypes,
        ResultShape shape,
        CommandTag tag,
        boolean changesCatalog,
        boolean createsTemporary,
        boolean writes,
        List<PgNotice> notices,
        BlockRule blockRule) {
      this(
          steps,
          parameterTypes,
          shape,
          tag,
          changesCatalog,
          createsTemporary,
          writes,
          notices,
          blockRule,
          List.of());
    }

    /** A plan without notices that may run inside and outside a transaction block. */
    public Engine(
        List<EngineStep> steps,
        List<PgType> parameterTypes,
        ResultShape shape,
        CommandTag tag,
        boolean changesCatalog,
        boolean writes) {
      this(
          steps,
          parameterTypes,
          shape,
          tag,
          changesCatalog,
          false,
          writes,
          List.of(),
          BlockRule.ANYWHERE);
    }

    /** The same plan, known to change no relations but these; any when there are none. */
    public Engine changing(List<List<String>> relations) {
      return new Engine(
          steps,
          parameterTypes,
          shape,
          tag,
          changesCatalog,
          createsTemporary,
          writes,
          notices,
          blockRule,
          cleanup,
          relations);
    }

    /** The step whose result the client sees. */
    public EngineStep resultStep() {
      return steps.get(steps.size() - 1);
    }
  }

  /**
   * Sequences are set to values that the engine tells, then the statement itself is executed, all
   * in one transaction.
   *
   * @param changes at least one
   * @param then what gives the result; its catalog is changed by the changes already
   */
  record SetSequences(List<SequenceChange> changes, Engine then) implements StatementPlan {
    public SetSequences {
      changes = List.copyOf(changes);
    }

    @Override
    public List<PgType> parameterTypes() {
      return then.parameterTypes();
    }

    @Override
    public ResultShape shape() {
      return then.shape();
    }
  }

  /**
   * A temporary table is created that a transaction's end touches.
   *
   * @param create creates it
   * @param table its name
   * @param drop ON COMMIT DROP, otherwise ON COMMIT DELETE ROWS
   */
  record CreateFleeting(Engine create, String table, boolean drop) implements StatementPlan {
    @Override
    public List<PgType> parameterTypes() {
      return create.parameterTypes();
    }
  }

  /**
   * A statement that our grammar can't parse, for DuckDB's own parser. When DuckDB's parser refuses
   * it as well, the client gets {@code syntaxError}.
   *
   * @param sql the client's text, unchanged
   * @param syntaxError PostgreSQL's 42601 with position
   */
  record PassThrough(String sql, PgException syntaxError) implements StatementPlan {
    @Override
    public boolean shapeFromEngine() {
      return true;
    }
  }

  /**
   * EXPLAIN.
   *
   * @param explained what is explained; null when it is an EXECUTE
   * @param execute the EXECUTE whose statement is explained; null for none
   * @param options what is shown, and how
   */
  record Explain(Engine explained, Execute execute, ExplainOptions options)
      implements StatementPlan {
    @Override
    public List<PgType> parameterTypes() {
      return explained == null ? List.of() : explained.parameterTypes();
    }

    @Override
    public ResultShape shape() {
      return ResultShape.of(ResultColumn.of("QUERY PLAN", options.format().type()));
    }
  }

  /**
   * COPY TO STDOUT.
   *
   * @param query what gives the rows; its shape is never null
   * @param options how they are written
   */
  record CopyTo(Engine query, CopyOptions options) implements StatementPlan {}

  /**
   * COPY FROM STDIN.
   *
   * @param relation the table
   * @param columns columns of the data, in their order
   * @param options how the data are written
   * @param where a condition over the table's columns in the engine's SQL, which rows must fulfil;
   *     null for none
   * @param checks what the domains of the relation's columns demand, by the columns' names
   */
  record CopyFrom(
      Relation relation,
      List<Attribute> columns,
      CopyOptions options,
      String where,
      Map<String, ValueCheck> checks)
      implements StatementPlan {
    public CopyFrom {
      columns = List.copyOf(columns);
      checks = Map.copyOf(checks);
    }
  }

  /**
   * BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin.
   *
   * @param savepoint the savepoint's name, otherwise null
   * @param isolation lower-case isolation level when given, otherwise null
   * @param readOnly true for READ ONLY, false for READ WRITE, null when not given
   * @param deferrable likewise
   * @param chain AND CHAIN
   */
  record Transaction(
      TransactionCommand command,
      String savepoint,
      String isolation,
      Boolean readOnly,
      Boolean deferrable,
      boolean chain)
      implements StatementPlan {}

  /** What a {@link Transaction} does. */
  enum TransactionCommand {
    BEGIN,
    START_TRANSACTION,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    /** SET TRANSACTION. */
    SET,
    /** SET SESSION CHARACTERISTICS AS TRANSACTION. */
    SET_SESSION
  }

  /**
   * SET.
   *
   * @param name the parameter's name as written, folded
   * @param values the values, one unless it is a list; empty for DEFAULT
   * @param local SET LOCAL
   */
  record SetParameter(String name, List<String> values, boolean local) implements StatementPlan {
    public SetParameter {
      values = List.copyOf(values);
    }
  }

  /**
   * SET CONSTRAINTS.
   *
   * @param names as written; empty for ALL
   */
  record SetConstraints(List<List<String>> names, boolean deferred) implements StatementPlan {
    public SetConstraints {
      names = List.copyOf(names);
    }
  }

  /** RESET; a null name means ALL. */
  record ResetParameter(String name) implements StatementPlan {}

  /** SHOW; a null name means ALL. */
  record ShowParameter(String name) implements StatementPlan {
    @Override
    public ResultShape shape() {
      io.duckgres.pgtype.PgType text = io.duckgres.pgtype.PgTypes.TEXT;
      return name != null
          ? ResultShape.of(ResultColumn.of(ShowNames.columnOf(name), text))
          : ResultShape.of(
              ResultColumn.of("name", text),
              ResultColumn.of("setting", text),
              ResultColumn.of("description", text));
    }
  }

  /**
   * PREPARE.
   *
   * @param types declared parameter types
   * @param statement what is prepared; positions are those of the whole query string
   */
  record Prepare(String name, List<PgType> types, Statement statement) implements StatementPlan {}

  /**
   * EXECUTE.
   *
   * @param arguments an engine plan of one row with the arguments as its columns; null without any
   */
  record Execute(String name, Engine arguments) implements StatementPlan {
    @Override
    public boolean shapeFromEngine() {
      return true;
    }
  }

  /** DEALLOCATE; a null name means ALL. */
  record Deallocate(String name) implements StatementPlan {}

  /** DISCARD: ALL, PLANS, SEQUENCES or TEMP. */
  record Discard(String what) implements StatementPlan {}

  /**
   * DECLARE.
   *
   * @param scroll true for SCROLL, false for NO SCROLL, null when not given
   * @param hold WITH HOLD
   * @param query what gives the rows
   * @param rowsOf OID of the table whose rows they are, by the identifier in a last column that is
   *     not part of the shape; 0 when the query is no simple one over a table
   * @param blockRule whether it needs a transaction block
   */
  record DeclareCursor(
      String name,
      boolean binary,
      Boolean scroll,
      boolean hold,
      Engine query,
      int rowsOf,
      BlockRule blockRule)
      implements StatementPlan {
    @Override
    public List<PgType> parameterTypes() {
      return query.parameterTypes();
    }
  }

  /** Which way {@link Fetch} goes. */
  enum FetchDirection {
    FORWARD,
    BACKWARD,
    ABSOLUTE,
    RELATIVE
  }

  /**
   * FETCH and MOVE. The columns are the cursor's, which the session knows.
   *
   * @param move MOVE, which returns no rows
   * @param count rows, or the row's number; {@link Long#MAX_VALUE} for ALL
   */
  record Fetch(String name, boolean move, FetchDirection direction, long count)
      implements StatementPlan {}

  /** CLOSE; a null name means ALL. */
  record CloseCursor(String name) implements StatementPlan {}

  /** LISTEN. */
  record Listen(String channel) implements StatementPlan {}

  /** UNLISTEN; a null channel means all. */
  record Unlisten(String channel) implements StatementPlan {}

  /**
   * NOTIFY.
   *
   * @param payload empty when not given
   */
  record Notify(String channel, String payload) implements StatementPlan {}

  /**
   * A statement that is refused when it is executed.
   *
   * @param blockRule whether it needs or shuns a transaction block, which is told before all else
   */
  record Refuse(PgException error, BlockRule blockRule) implements StatementPlan {}

  /**
   * A statement that has nothing to do here and says so by its tag alone, such as ANALYZE.
   *
   * @param notices told to the client before the tag
   * @param blockRule whether it needs or shuns a transaction block
   */
  record Acknowledge(CommandTag tag, List<PgNotice> notices, BlockRule blockRule)
      implements StatementPlan {
    public Acknowledge {
      notices = List.copyOf(notices);
    }

    /** A plan without notices that is accepted inside and outside a transaction block. */
    public Acknowledge(CommandTag tag) {
      this(tag, List.of(), BlockRule.ANYWHERE);
    }
  }
}
