package io.duckgres.gateway.session;

import io.duckgres.gateway.copy.CopyInput;
import io.duckgres.gateway.wire.ClientGoneException;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.FrontendMessage.CopyData;
import io.duckgres.gateway.wire.FrontendMessage.CopyDone;
import io.duckgres.gateway.wire.FrontendMessage.CopyFail;
import io.duckgres.gateway.wire.FrontendMessage.Flush;
import io.duckgres.gateway.wire.FrontendMessage.Malformed;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.FrontendMessage.Terminate;
import io.duckgres.gateway.wire.FrontendMessage.Unreadable;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * The messages that bring the data of COPY FROM STDIN.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-COPY">COPY
 *     Operations</a>; CopyGetData of copyfromparse.c
 */
final class CopyMessages implements CopyInput {
  private final SessionContext context;
  private boolean ended;

  CopyMessages(SessionContext context) {
    this.context = context;
  }

  /** Drops what the engine has not asked for, up to the end of the data. */
  void drain() {
    while (next() != null) {
      // Nobody wants it.
    }
  }

  @Override
  public byte[] next() {
    while (!ended) {
      context.cancellation.check();
      FrontendMessage message = context.out.nextMessage(context.cancellation::check);
      if (message instanceof CopyData data) {
        return data.data();
      }
      if (message instanceof CopyDone) {
        ended = true;
      } else if (!(message instanceof Sync || message instanceof Flush)) {
        // A client of the extended protocol may have sent those before it knew of COPY.
        ended = true;
        throw unexpected(message);
      }
    }
    return null;
  }

  private static RuntimeException unexpected(FrontendMessage message) {
    if (message instanceof CopyFail fail) {
      return new PgException(SqlState.QUERY_CANCELED, "COPY from stdin failed: " + fail.message());
    }
    if (message instanceof Malformed malformed) {
      return malformed.error();
    }
    if (message instanceof Terminate || message instanceof Unreadable) {
      return new ClientGoneException();
    }
    return new PgException(
        SqlState.PROTOCOL_VIOLATION, "unexpected message type during COPY from stdin");
  }
}
