package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.wire.BackendMessage.BackendKeyData;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import io.duckgres.gateway.wire.ProtocolVersion;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.StatementPlan;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Plans the statements of a script in a session of its own, without running queries: what defines
 * objects, sets parameters or prepares statements is run, since what follows may need it.
 */
public final class ScriptPlanner implements AutoCloseable {
  private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("none", 0);

  private final SilentStream stream = new SilentStream();
  private final SqlSession session;

  /** What becomes of one statement: a plan or an error, the other being null. */
  public record Outcome(StatementPlan plan, PgException error) {}

  /**
   * A session on the database of a user.
   *
   * @param services with the database's engine and the transpiler
   */
  public ScriptPlanner(SessionServices services, String user) {
    StartupMessage startup =
        new StartupMessage(ProtocolVersion.V3_0, Map.of("user", user), List.of());
    ClientInfo client =
        new ClientInfo(startup, new BackendKeyData(0, new byte[4]), NOWHERE, NOWHERE);
    session = (SqlSession) new SqlSessionFactory(services).open(client, stream);
  }

  /**
   * Plans all statements of a script in turn.
   *
   * @param before is told of a statement before it is planned
   */
  public void plan(
      String script,
      java.util.function.Consumer<Statement> before,
      BiConsumer<Statement, Outcome> after) {
    for (Statement statement : session.context().services.transpiler().parse(script)) {
      before.accept(statement);
      after.accept(statement, outcome(statement));
    }
  }

  /** The session that plans. */
  SqlSession session() {
    return session;
  }

  private Outcome outcome(Statement statement) {
    StatementPlan plan;
    try {
      plan = session.context().services.transpiler().plan(statement, List.of(), session.context());
      if (plan instanceof StatementPlan.PassThrough passThrough) {
        check(passThrough);
      }
    } catch (PgException e) {
      return new Outcome(null, e);
    }
    if (!isQuery(plan)) {
      session.handle(new Query(statement.text()));
      PgException error = stream.takeError();
      if (error != null) {
        return new Outcome(null, error);
      }
    }
    return new Outcome(plan, null);
  }

  /** Our grammar can't parse it; the engine's parser has the last word. */
  private void check(StatementPlan.PassThrough plan) {
    try {
      session.context().engine.prepare(plan.sql()).close();
    } catch (EngineException e) {
      throw plan.syntaxError();
    }
  }

  private static boolean isQuery(StatementPlan plan) {
    return plan instanceof StatementPlan.Engine engine && !engine.changesCatalog()
        || plan instanceof StatementPlan.PassThrough
        || plan instanceof StatementPlan.Explain
        || plan instanceof StatementPlan.CopyFrom
        || plan instanceof StatementPlan.CopyTo
        || plan instanceof StatementPlan.SetSequences;
  }

  @Override
  public void close() {
    session.close();
  }
}
