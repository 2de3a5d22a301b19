package io.duckgres.compat.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a connection from its first byte to the first ReadyForQuery. */
public final class Login {

  private static final int OK = 0;
  private static final int CLEARTEXT_PASSWORD = 3;
  private static final int SASL = 10;

  private Login() {}

  /**
   * A session over TLS, authenticated, its greeting read.
   *
   * @param parameters run-time parameters for the startup packet, besides user and database
   * @throws IllegalStateException with the server's error when it refuses
   */
  public static WireConnection open(Endpoint endpoint, Map<String, String> parameters) {
    WireConnection connection = WireConnection.connect(endpoint);
    try {
      connection.requestTls();
      connection.send(Frontend.startup(Frontend.PROTOCOL_3_0, startup(endpoint, parameters)));
      authenticate(connection, endpoint);
      Replies.untilReady(connection);
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The parameters of a startup packet. */
  public static Map<String, String> startup(Endpoint endpoint, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("user", endpoint.user());
    all.put("database", endpoint.database());
    all.putAll(parameters);
    return all;
  }

  /** Answers the server's authentication requests up to AuthenticationOk, which is consumed. */
  public static void authenticate(WireConnection connection, Endpoint endpoint) {
    while (true) {
      BackendMessage message = connection.receive();
      if (message instanceof BackendMessage.NegotiateProtocolVersion) {
        continue;
      }
      if (!(message instanceof BackendMessage.Authentication request)) {
        throw refused(connection, message);
      }
      switch (request.code()) {
        case OK -> {
          return;
        }
        case CLEARTEXT_PASSWORD -> connection.send(Frontend.password(endpoint.password()));
        case SASL -> new ScramClient(endpoint.password(), request.mechanisms()).run(connection);
        default ->
            throw new IllegalStateException("authentication " + request.code() + " is unknown");
      }
    }
  }

  /** The server's refusal stays readable on the connection. */
  static LoginRefusedException refused(WireConnection connection, BackendMessage message) {
    connection.pushBack(message);
    return new LoginRefusedException("login refused: " + message.name() + message.fields());
  }
}
