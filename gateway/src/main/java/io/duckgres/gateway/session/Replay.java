package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.RowEncoder;
import io.duckgres.gateway.copy.CopySource;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult;
import io.duckgres.gateway.engine.EngineResult.RowCount;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Does again what a transaction has done up to a savepoint, in a new transaction of the engine's,
 * and makes sure that it comes out as it did the first time.
 */
final class Replay {
  private final SessionContext context;
  private final PlanExecutor executor;

  Replay(SessionContext context, PlanExecutor executor) {
    this.context = context;
    this.executor = executor;
  }

  /**
   * Repeats.
   *
   * @param sequences the last value drawn from each sequence that may start anew
   * @throws PgException 40001 when something came out otherwise
   */
  void run(List<Journal.Entry> entries, Map<String, Long> sequences) {
    try {
      entries.forEach(this::repeat);
      sequences.forEach(this::advance);
    } catch (EngineException e) {
      if (e.isInterrupt()) {
        throw context.cancellation.acknowledge();
      }
      throw differs().withDetail(e.getMessage()).withCause(e);
    } finally {
      executor.forgetTimeZone();
    }
  }

  private void repeat(Journal.Entry entry) {
    context.cancellation.check();
    if (entry instanceof Journal.Statement statement) {
      executor.useTimeZone(statement.timeZone());
      repeat(statement);
    } else if (entry instanceof Journal.Rows rows) {
      for (CapturedRows.Insert insert : rows.rows().inserts()) {
        repeat(new Journal.Statement(insert.sql(), insert.parameters(), -1, null, null, null));
      }
    } else if (entry instanceof Journal.Copy copy) {
      repeat(copy);
    } else if (entry instanceof Journal.CatalogChange) {
      context.engine.catalogChanged(true);
    }
  }

  private void repeat(Journal.Statement expected) {
    try (EngineStatement statement = context.engine.prepare(expected.sql());
        EngineResult result = statement.execute(expected.parameters())) {
      if (result instanceof RowCount count) {
        if (expected.rows() >= 0 && expected.rows() != count.rows()) {
          throw differs();
        }
      } else if (!sameRows((RowStream) result, expected)) {
        throw differs();
      }
    }
  }

  private void repeat(Journal.Copy expected) {
    Iterator<byte[]> data = expected.data().iterator();
    CopySource source =
        CopySource.of(
            expected.plan(),
            () -> data.hasNext() ? data.next() : null,
            expected.settings(),
            context.catalog(),
            skipped -> {});
    if (context.engine.insert(source, source::sql) != expected.rows()) {
      throw differs();
    }
  }

  private boolean sameRows(RowStream rows, Journal.Statement expected) {
    if (expected.returned() == null) {
      while (rows.next() != null) {
        // The client did not see them.
      }
      return true;
    }
    RowEncoder encoder = executor.encoder(expected.portal(), expected.portal().formats);
    RowDigest digest = new RowDigest();
    for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
      ByteBuf buffer = Unpooled.buffer();
      try {
        encoder.encode(batch, 0, batch.getRowCount(), buffer);
        digest.add(buffer);
      } finally {
        buffer.release();
      }
    }
    return digest.value().equals(expected.returned());
  }

  /** A sequence that the transaction has made starts anew; it must not give a value twice. */
  private void advance(String sequence, long reached) {
    long first = draw(sequence);
    long second = draw(sequence);
    long step = second - first;
    long missing = step == 0 ? 0 : (reached - second) / step;
    if (missing > 0) {
      String literal = literal(sequence);
      EngineRows.read(
          context.engine,
          "SELECT count(nextval(" + literal + ")) FROM range(" + missing + ")",
          List.of());
    }
  }

  private long draw(String sequence) {
    String sql = "SELECT nextval(" + literal(sequence) + ")";
    return Long.parseLong(EngineRows.read(context.engine, sql, List.of()).get(0).get(0));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static PgException differs() {
    return new PgException(
        SqlState.SERIALIZATION_FAILURE,
        "could not restore the state at the savepoint due to concurrent changes");
  }
}
