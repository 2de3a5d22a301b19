package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.MessageSink;

/** A session's connection: messages out, and, within COPY FROM STDIN, messages in. */
public interface ClientStream extends MessageSink {
  /**
   * Waits for the client's next message, which {@link Session#handle} then does not get. What was
   * collected is sent first.
   *
   * @throws io.duckgres.gateway.wire.ClientGoneException when the connection is closed
   */
  FrontendMessage nextMessage();

  /** Whether the client's next message is here already and is a Sync. */
  boolean isSyncNext();
}
