package io.duckgres.gateway.server;

import io.duckgres.gateway.session.ClientInfo;
import io.duckgres.gateway.session.ClientStream;
import io.duckgres.gateway.session.Session;
import io.duckgres.gateway.wire.BackendMessage.BindComplete;
import io.duckgres.gateway.wire.BackendMessage.CommandComplete;
import io.duckgres.gateway.wire.BackendMessage.DataRow;
import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.BackendMessage.ParameterStatus;
import io.duckgres.gateway.wire.BackendMessage.ParseComplete;
import io.duckgres.gateway.wire.BackendMessage.ReadyForQuery;
import io.duckgres.gateway.wire.BackendMessage.RowDescription;
import io.duckgres.gateway.wire.FieldDescription;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.Describe;
import io.duckgres.gateway.wire.FrontendMessage.Execute;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.Severity;
import io.duckgres.gateway.wire.TransactionStatus;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Answers every statement with one row that holds the user's name, {@code sleep} when it is
 * cancelled and {@code flood} without end: enough for tests of what lies below a session.
 */
final class TestSession implements Session {
  /** Counted down when a flood has ended. */
  static final CountDownLatch FLOOD_ENDED = new CountDownLatch(1);

  private final ClientInfo client;
  private final ClientStream stream;
  private boolean cancelled;

  TestSession(ClientInfo client, ClientStream stream) {
    this.client = client;
    this.stream = stream;
    stream.write(new ParameterStatus("server_version", "17.0"));
    stream.write(new ParameterStatus("client_encoding", "UTF8"));
    stream.write(new ParameterStatus("standard_conforming_strings", "on"));
    stream.write(new ParameterStatus("integer_datetimes", "on"));
    stream.write(new ParameterStatus("DateStyle", "ISO, MDY"));
    stream.write(new ParameterStatus("TimeZone", "UTC"));
    stream.write(client.key());
    ready();
  }

  @Override
  public void handle(FrontendMessage message) {
    if (message instanceof Query query) {
      run(query.sql());
    } else if (message instanceof Parse) {
      stream.write(new ParseComplete());
    } else if (message instanceof Bind) {
      stream.write(new BindComplete());
    } else if (message instanceof Describe) {
      stream.write(description());
    } else if (message instanceof Execute) {
      row();
      stream.write(new CommandComplete("SELECT 1"));
    } else if (message instanceof Sync) {
      ready();
      stream.flush();
    }
  }

  private void run(String sql) {
    if (sql.equals("sleep")) {
      sleep();
    } else if (sql.equals("flood")) {
      flood();
    } else {
      stream.write(description());
      row();
      stream.write(new CommandComplete("SELECT 1"));
    }
    ready();
    stream.flush();
  }

  private synchronized void sleep() {
    try {
      while (!cancelled) {
        wait();
      }
      cancelled = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stream.write(
        new ErrorResponse(
            Severity.ERROR,
            new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request")));
  }

  private void flood() {
    stream.write(description());
    try {
      while (true) {
        row();
        if (!stream.isWritable()) {
          stream.awaitWritable();
        }
      }
    } finally {
      FLOOD_ENDED.countDown();
    }
  }

  private void row() {
    stream.write(new DataRow(List.of(client.startup().user().getBytes(StandardCharsets.UTF_8))));
  }

  private static RowDescription description() {
    return new RowDescription(
        List.of(new FieldDescription("user", 0, (short) 0, 25, (short) -1, -1, (short) 0)));
  }

  private void ready() {
    stream.write(new ReadyForQuery(TransactionStatus.IDLE));
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  @Override
  public void close() {}
}
