package io.duckgres.gateway.session;

import io.duckgres.gateway.server.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that is logged in, and reads messages in a short form. */
final class SessionClient implements AutoCloseable {
  private final RawClient client;
  private byte[] key;

  SessionClient(int port) throws IOException {
    client = RawClient.overTls(port);
    client.send(RawClient.startup(RawClient.PROTOCOL_3_0, "user", "alice"));
    client.readBody('R');
    client.send(RawClient.message('p', "secret\0"));
    String message = client.read();
    while (message.charAt(0) != 'Z') {
      if (message.charAt(0) == 'E') {
        throw new IOException(message);
      }
      char next = client.readByte();
      ByteBuffer body = client.readRest();
      if (next == 'K') {
        key = body.array();
      }
      message = next + ":" + new String(body.array(), StandardCharsets.UTF_8);
    }
  }

  SessionClient query(String sql) throws IOException {
    return send('Q', sql + "\0");
  }

  SessionClient parse(String name, String sql) throws IOException {
    return send('P', name + "\0" + sql + "\0\0\0");
  }

  SessionClient bind(String portal, String statement, String... values) throws IOException {
    StringBuilder body = new StringBuilder(portal + "\0" + statement + "\0\0\0");
    body.append('\0').append((char) values.length);
    for (String value : values) {
      body.append("\0\0\0").append((char) value.length()).append(value);
    }
    return send('B', body + "\0\0");
  }

  SessionClient describe(char target, String name) throws IOException {
    return send('D', target + name + "\0");
  }

  SessionClient execute(String portal, int limit) throws IOException {
    return send('E', portal + "\0\0\0\0" + (char) limit);
  }

  SessionClient close(char target, String name) throws IOException {
    return send('C', target + name + "\0");
  }

  SessionClient sync() throws IOException {
    return send('S', "");
  }

  SessionClient send(char type, String body) throws IOException {
    client.send(RawClient.message(type, body));
    return this;
  }

  void send(byte[] bytes) throws IOException {
    client.send(bytes);
  }

  byte[] key() {
    return key;
  }

  /**
   * All messages up to ReadyForQuery: tags and values as they are, errors and notices as SQLSTATE
   * and message, a message without such by its letter.
   */
  List<String> answer() throws IOException {
    List<String> messages = new ArrayList<>();
    String message;
    do {
      message = client.read();
      messages.add(shorten(message));
    } while (message.charAt(0) != 'Z');
    return messages;
  }

  /** The next message, in the same form. */
  String next() throws IOException {
    return shorten(client.read());
  }

  private static String shorten(String message) {
    String body = message.substring(2);
    return switch (message.charAt(0)) {
      case 'C', 'Z' -> body.replace(".", "");
      case 'D' -> "row " + body.substring(body.startsWith(".") ? 6 : 0).replace(".", "");
      case 'E', 'N' -> field(body, 'C') + " " + field(body, 'M') + position(body);
      case 'T' -> "columns " + body.substring(2, body.indexOf('.', 2));
      case 'S' -> body.substring(0, body.length() - 1).replace(".", "=");
      case 't' -> "parameters " + (int) body.charAt(1);
      default -> message.substring(0, 1);
    };
  }

  private static String position(String body) {
    String position = field(body, 'P');
    return position == null ? "" : " at " + position;
  }

  private static String field(String body, char code) {
    for (String field : body.split("\\.(?=[A-Za-z])")) {
      if (!field.isEmpty() && field.charAt(0) == code) {
        return field.substring(1).replace("..", "");
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
