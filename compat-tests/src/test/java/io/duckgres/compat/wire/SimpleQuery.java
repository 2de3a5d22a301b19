package io.duckgres.compat.wire;

import java.util.List;

/** Runs statements whose success is taken for granted. */
public final class SimpleQuery {

  private SimpleQuery() {}

  /**
   * @return everything that the server answered
   * @throws IllegalStateException with the server's words when it answers with an error
   */
  public static List<BackendMessage> run(WireConnection connection, String sql) {
    connection.send(Frontend.query(sql));
    List<BackendMessage> replies = Replies.untilReady(connection);
    replies.stream()
        .filter(BackendMessage.ErrorResponse.class::isInstance)
        .findFirst()
        .ifPresent(
            error -> {
              throw new IllegalStateException(sql + ": " + error.fields());
            });
    return replies;
  }
}
