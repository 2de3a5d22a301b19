package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.MessageSink;
import io.duckgres.pgtype.PgException;

/** A session's connection: messages out, and, within COPY FROM STDIN, messages in. */
public interface ClientStream extends MessageSink {
  /**
   * Waits for the client's next message, which {@link Session#handle} then does not get. What was
   * collected is sent first.
   *
   * @param whileWaiting is called again and again; what it throws ends the waiting
   * @throws io.duckgres.gateway.wire.ClientGoneException when the connection is closed
   */
  FrontendMessage nextMessage(Runnable whileWaiting);

  /** Runs a task between two messages of the client's, when the session does nothing else. */
  void execute(Runnable task);

  /**
   * Waits not much longer for the client to read what it is sent: a session that shall end would
   * never get to know. Callable from any thread.
   */
  void abandon();

  /** Ends the connection with this FATAL error; called between two messages. */
  void terminate(PgException error);

  /** Whether the client's next message is here already and is a Sync. */
  boolean isSyncNext();
}
