package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.ParameterDecoder;
import io.duckgres.gateway.codec.ResultCodecs;
import io.duckgres.gateway.engine.EngineErrors;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The arguments of EXECUTE: a row that the engine computes, read as parameters are. */
final class ExecuteArguments {
  private static final int TYPE_LENGTH_AND_COUNT = 7;

  private final SessionContext context;
  private final PlanExecutor executor;

  ExecuteArguments(SessionContext context, PlanExecutor executor) {
    this.context = context;
    this.executor = executor;
  }

  List<Object> evaluate(Portal portal, StatementPlan.Execute plan, PreparedStatement prepared) {
    List<PgType> types = prepared.shape().parameterTypes();
    int given = plan.arguments() == null ? 0 : plan.arguments().shape().columns().size();
    if (given != types.size()) {
      throw new PgException(
              SqlState.SYNTAX_ERROR,
              "wrong number of parameters for prepared statement \"" + plan.name() + "\"")
          .withDetail("Expected " + types.size() + " parameters but got " + given + ".");
    }
    if (given == 0) {
      return List.of();
    }
    executor.prepareEngine();
    EngineStep step = plan.arguments().resultStep();
    List<Object> bound = new SessionValues(context).bind(step.parameters(), portal.parameters);
    try (EngineStatement statement = context.engine.prepare(step.sql());
        EngineResult result = statement.execute(bound)) {
      return decode((RowStream) result, plan.arguments().shape().columns(), types);
    } catch (EngineException e) {
      throw Planner.inText(
          EngineErrors.translate(e, step, portal.statement.statement().text()),
          portal.statement.text(),
          portal.statement.statement());
    }
  }

  private List<Object> decode(RowStream rows, List<ResultColumn> columns, List<PgType> types) {
    VectorSchemaRoot batch = rows.next();
    ByteBuf row = Unpooled.buffer();
    ResultCodecs.encoder(columns, new short[0], context.formatSettings(), context.catalog())
        .encode(batch, 0, 1, row);
    row.skipBytes(TYPE_LENGTH_AND_COUNT);
    List<Object> values = new ArrayList<>();
    for (PgType type : types) {
      int length = row.readInt();
      ByteBuf text = length < 0 ? null : row.readSlice(length);
      values.add(
          ParameterDecoder.decode(type, 0, text, context.formatSettings(), context.catalog()));
    }
    return values;
  }
}
