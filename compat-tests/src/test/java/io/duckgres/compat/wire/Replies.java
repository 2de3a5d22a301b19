package io.duckgres.compat.wire;

import java.util.ArrayList;
import java.util.List;

/** Collects what a server answers. */
public final class Replies {

  private Replies() {}

  /**
   * Every message up to and including ReadyForQuery. A COPY that wants data is told that there is
   * none, so that no statement can hang a test.
   */
  public static List<BackendMessage> untilReady(WireConnection connection) {
    List<BackendMessage> messages = new ArrayList<>();
    while (true) {
      BackendMessage message = connection.receive();
      messages.add(message);
      if (message instanceof BackendMessage.ReadyForQuery) {
        return messages;
      }
      if (message instanceof BackendMessage.ErrorResponse error
          && "FATAL".equals(error.fields().get("severity"))) {
        throw new IllegalStateException("the server ended the session: " + error.fields());
      }
      if (message instanceof BackendMessage.CopyResponse copy && copy.direction().equals("In")) {
        connection.send(Frontend.copyFail("no data"));
      }
    }
  }
}
