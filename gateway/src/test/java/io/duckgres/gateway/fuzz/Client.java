package io.duckgres.gateway.fuzz;

import io.duckgres.gateway.server.RawClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** A client that has logged in. */
final class Client implements AutoCloseable {
  /** What a server may send. */
  private static final String TYPES = "123ACDEGHIKNRSTVWZcdnstv";

  private static final String END = "the end of it all";

  private final RawClient client;

  Client(int port) throws IOException {
    client = RawClient.overTls(port);
    client.send(RawClient.startup(RawClient.PROTOCOL_3_0, "user", "alice"));
    client.readBody('R');
    client.send(Messages.of('p', "secret", 0));
    client.readUntil('Z');
  }

  void send(byte[] bytes) throws IOException {
    client.send(bytes);
  }

  /** All answers up to ReadyForQuery. */
  List<String> answer() throws IOException {
    return client.readUntil('Z');
  }

  /** All answers until the server hangs up. */
  List<String> answerToEnd() throws IOException {
    return client.readToEnd();
  }

  /** The values of one column of text. */
  List<String> query(String sql) throws IOException {
    client.send(Messages.query(sql));
    List<String> values = new ArrayList<>();
    for (String message : answer()) {
      if (message.charAt(0) == 'E') {
        throw new IOException(message);
      }
      if (message.charAt(0) == 'D') {
        values.add(message.substring(8));
      }
    }
    return values;
  }

  /** Sends a conversation that is to go wrong. A server that hangs up meanwhile may do so. */
  void sendAnything(List<byte[]> messages, boolean byteByByte) {
    try {
      for (byte[] message : messages) {
        if (!byteByByte || message.length > 300) {
          client.send(message);
        } else {
          for (byte part : message) {
            client.send(new byte[] {part});
          }
        }
      }
    } catch (IOException hungUp) {
      // What has been answered can still be read.
    }
  }

  /**
   * Reads what the server makes of it, each message of which must be one: until it hangs up, is
   * through, or says nothing for a while because it waits for more.
   */
  void readAnything(int quietMilliseconds) throws IOException {
    try {
      client.send(Messages.copyDone());
      client.send(Messages.sync());
      client.send(Messages.query("select '" + END + "'"));
      client.timeout(quietMilliseconds);
      String message;
      do {
        message = client.read();
        if (TYPES.indexOf(message.charAt(0)) < 0) {
          throw new AssertionError("the server sent " + message);
        }
        if (message.charAt(0) == 'E' && message.contains(".CXX000.")) {
          throw new AssertionError("an internal error: " + message);
        }
      } while (message.charAt(0) != 'D' || !message.endsWith(END));
    } catch (EOFException | SocketException | SocketTimeoutException | SSLException end) {
      // It is waiting, or gone.
    }
  }

  /** Hangs up without a word. */
  void reset() throws IOException {
    client.reset();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
