package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.ResultShapes;
import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.gateway.engine.StatementPolicy;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parses and plans the client's statements, and asks the engine for types that only it knows. */
final class Planner {
  private static final StatementShape NOTHING = new StatementShape(List.of(), null);

  private final SessionContext context;
  private final EngineStatements engineStatements;
  private final PreparedStatements preparedStatements;
  private final Portals portals;
  private String engineSearchPath;

  Planner(
      SessionContext context,
      EngineStatements engineStatements,
      PreparedStatements preparedStatements,
      Portals portals) {
    this.context = context;
    this.engineStatements = engineStatements;
    this.preparedStatements = preparedStatements;
    this.portals = portals;
  }

  /** The statements of a query string; see {@link io.duckgres.transpiler.Transpiler#parse}. */
  List<Statement> parse(String text) {
    return context.services.transpiler().parse(text);
  }

  /**
   * Plans a statement.
   *
   * @param text the query string that it is part of; errors get their positions in it
   */
  StatementPlan plan(String text, Statement statement, List<PgType> declaredTypes) {
    return plan(text, statement, ParameterTypes.of(declaredTypes));
  }

  /** Plans a statement of which more is known than its parameters' types. */
  StatementPlan plan(String text, Statement statement, ParameterTypes parameters) {
    try {
      return context.services.transpiler().plan(statement, parameters, context);
    } catch (PgException e) {
      throw inText(e, text, statement);
    }
  }

  /**
   * Parses and plans one statement to prepare it.
   *
   * @throws PgException PostgreSQL's error, with its position in the text
   */
  PreparedStatement prepare(
      String name, String text, Statement statement, List<PgType> declaredTypes) {
    PlanVersion version = PlanVersion.of(context);
    StatementPlan plan = plan(text, statement, declaredTypes);
    StatementShape shape = shape(plan, text, statement);
    return new PreparedStatement(name, text, statement, declaredTypes, plan, shape, version);
  }

  /** The types that a Parse message declares. */
  List<PgType> declaredTypes(List<Integer> oids) {
    List<PgType> types = new ArrayList<>(oids.size());
    for (int oid : oids) {
      if (oid == 0 || oid == PgTypes.UNKNOWN.oid()) {
        types.add(null);
        continue;
      }
      PgType type = PgTypes.byOid(oid);
      type = type == null ? context.catalog().typeByOid(oid) : type;
      if (type == null) {
        throw new PgException(
            SqlState.UNDEFINED_OBJECT,
            "type with OID " + Integer.toUnsignedString(oid) + " does not exist");
      }
      types.add(type);
    }
    return Collections.unmodifiableList(types);
  }

  /** What Describe tells of a plan. */
  StatementShape shape(StatementPlan plan, String text, Statement statement) {
    if (plan instanceof StatementPlan.PassThrough passThrough) {
      return passThroughShape(passThrough, text, statement);
    }
    if (plan instanceof StatementPlan.Execute execute) {
      StatementShape prepared = preparedStatements.get(execute.name()).shape();
      return new StatementShape(List.of(), prepared.columns());
    }
    if (plan instanceof StatementPlan.Fetch fetch) {
      Portal cursor = fetch.move() ? null : portals.find(fetch.name());
      return cursor == null ? NOTHING : new StatementShape(List.of(), cursor.shape.columns());
    }
    if (plan instanceof StatementPlan.DeclareCursor declare) {
      return new StatementShape(shape(declare.query(), text, statement).parameterTypes(), null);
    }
    if (plan instanceof StatementPlan.CreateFleeting create) {
      return shape(create.create(), text, statement);
    }
    if (plan instanceof StatementPlan.SetSequences set) {
      return shape(set.then(), text, statement);
    }
    if (plan instanceof StatementPlan.Engine engine && asksEngine(engine)) {
      return engineShape(engine, text, statement);
    }
    return new StatementShape(
        plan.parameterTypes(), plan.shape() == null ? null : plan.shape().columns());
  }

  /** An empty statement's shape. */
  static StatementShape emptyShape() {
    return NOTHING;
  }

  private static boolean asksEngine(StatementPlan.Engine plan) {
    return plan.parameterTypes().contains(null)
        || plan.shape() != null
            && plan.shape().columns().stream().anyMatch(column -> column.type() == null);
  }

  private StatementShape engineShape(StatementPlan.Engine plan, String text, Statement statement) {
    EngineStep step = plan.resultStep();
    EngineStatement prepared;
    try {
      prepared = engineStatements.take(step.sql());
    } catch (EngineException e) {
      throw inText(EngineErrors.translate(e, step, statement.text()), text, statement);
    }
    try {
      List<PgType> parameters = new ArrayList<>(plan.parameterTypes());
      for (int i = 0; i < step.parameters().size(); i++) {
        if (step.parameters().get(i) instanceof PlanParameter.Client client
            && parameters.get(client.number() - 1) == null) {
          parameters.set(client.number() - 1, typeOf(prepared.parameterTypes().get(i)));
        }
      }
      parameters.replaceAll(type -> type == null ? PgTypes.TEXT : type);
      if (plan.shape() == null) {
        return new StatementShape(parameters, null);
      }
      List<ResultColumn> columns =
          ResultShapes.complete(plan.shape(), prepared.columns()).columns();
      return new StatementShape(parameters, columns);
    } finally {
      engineStatements.release(step.sql(), prepared);
    }
  }

  private StatementShape passThroughShape(
      StatementPlan.PassThrough plan, String text, Statement statement) {
    EngineStatement prepared = prepare(plan, text, statement);
    try {
      List<PgType> parameters = new ArrayList<>();
      for (String type : prepared.parameterTypes()) {
        parameters.add(type == null ? PgTypes.TEXT : typeOf(type));
      }
      if (!prepared.returnsRows()) {
        return new StatementShape(parameters, null);
      }
      List<ResultColumn> columns = ResultShapes.of(prepared.columns()).columns();
      return new StatementShape(parameters, columns);
    } finally {
      engineStatements.release(plan.sql(), prepared);
    }
  }

  /**
   * Lets the engine prepare a statement that our grammar can't parse; give it back to {@link
   * EngineStatements#release}.
   *
   * @throws PgException our own syntax error when the engine can't parse it either
   */
  EngineStatement prepare(StatementPlan.PassThrough plan, String text, Statement statement) {
    // Before the engine sees it: its driver executes all statements of a text but the last one.
    if (StatementPolicy.isSetting(plan.sql())) {
      // PostgreSQL has SET as well, and it is not like this.
      throw inText(plan.syntaxError(), text, statement);
    }
    StatementPolicy.check(plan.sql());
    followSearchPath();
    try {
      return engineStatements.take(plan.sql());
    } catch (EngineException e) {
      boolean unparsable = e.details().kind().equalsIgnoreCase("Parser");
      PgException error = unparsable ? plan.syntaxError() : EngineErrors.translate(e, plan.sql());
      throw inText(error, text, statement);
    }
  }

  /** Names in statements that only the engine reads are searched where PostgreSQL would. */
  private void followSearchPath() {
    List<String> schemas = new ArrayList<>();
    for (String schema : context.searchPath()) {
      if (!schema.equals("pg_catalog") && !schema.equals("information_schema")) {
        List<String> parts = new ArrayList<>();
        for (String part : context.catalog().engineSchema(schema)) {
          parts.add('"' + part.replace("\"", "\"\"") + '"');
        }
        schemas.add(String.join(".", parts));
      }
    }
    String path = String.join(",", schemas);
    if (!path.equals(engineSearchPath) && !path.isEmpty()) {
      // What is prepared may mean something else now.
      engineStatements.clear();
      context.engine.applySetting("search_path", path);
      engineSearchPath = path;
    }
  }

  private static PgType typeOf(String engineType) {
    PgType type = engineType == null ? null : DuckDbTypes.shownAs(engineType).type();
    return type == null ? PgTypes.TEXT : type;
  }

  /** An error in a statement as an error in the text that the statement is part of. */
  static PgException inText(PgException error, String text, Statement statement) {
    if (error.position() == 0 || statement.start() == 0) {
      return error;
    }
    return error.withPosition(error.position() + text.codePointCount(0, statement.start()));
  }
}
