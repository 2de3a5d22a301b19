package io.duckgres.compat.script;

import io.duckgres.compat.wire.BackendMessage;
import io.duckgres.compat.wire.Endpoint;
import io.duckgres.compat.wire.Frontend;
import io.duckgres.compat.wire.Login;
import io.duckgres.compat.wire.LoginRefusedException;
import io.duckgres.compat.wire.WireConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a wire script against one server. Sessions are opened logged-in when first spoken of,
 * unless a {@code do connect} says otherwise.
 */
final class ScriptPlayer implements AutoCloseable {

  private static final Duration BETWEEN_CANCELS = Duration.ofMillis(100);
  private static final int CANCELS = 100;

  private final ScriptLine.Server server;
  private final Endpoint endpoint;
  private final Map<String, WireConnection> sessions = new LinkedHashMap<>();
  private final StringBuilder transcript = new StringBuilder();

  ScriptPlayer(ScriptLine.Server server, Endpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * @throws AssertionError with the conversation so far, at the first step that fails
   */
  void play(List<ScriptLine> script) {
    for (ScriptLine line : script) {
      if (line.only().isEmpty() || line.only().get() == server) {
        try {
          step(line);
        } catch (UncheckedIOException | IllegalStateException e) {
          throw failure(line, e.toString(), e);
        }
      }
    }
  }

  private void step(ScriptLine line) {
    switch (line.action()) {
      case SEND -> {
        note(line, ">", line.word() + " " + (line.argument() == null ? "" : line.argument()));
        session(line).send(ScriptMessages.encode(line, endpoint));
      }
      case EXPECT -> expect(line);
      case EXPECT_EVENTUALLY -> expectEventually(line);
      case DIRECTIVE -> perform(line);
    }
  }

  private void expect(ScriptLine line) {
    if (line.word().equals("closed")) {
      if (!session(line).endsNow()) {
        throw failure(line, "the server did not close the connection", null);
      }
      return;
    }
    if (line.word().equals("byte")) {
      String answer = String.valueOf(session(line).receiveByte());
      note(line, "<", answer);
      if (!answer.equals(line.argument())) {
        throw failure(line, "the server sent " + answer, null);
      }
      return;
    }
    BackendMessage message = receive(line);
    if (!message.name().equals(line.word()) || !Expectation.matches(line, message.fields())) {
      throw failure(line, "the server sent " + message.name() + " " + message.fields(), null);
    }
  }

  private void expectEventually(ScriptLine line) {
    while (true) {
      BackendMessage message = receive(line);
      if (message.name().equals(line.word()) && Expectation.matches(line, message.fields())) {
        return;
      }
      if (message instanceof BackendMessage.ReadyForQuery) {
        throw failure(line, "the server came to " + message.fields() + " without it", null);
      }
    }
  }

  private void perform(ScriptLine line) {
    Arguments arguments = new Arguments(line.argument(), "session");
    switch (line.word()) {
      case "connect" -> connect(line, arguments);
      case "disconnect" -> session(line).close();
      case "fragment" -> session(line).fragment(arguments.number("bytes", 1));
      case "tlsHandshake" -> session(line).startTls();
      case "authenticate" -> authenticate(line, arguments);
      case "cancel" -> cancel(line, arguments);
      default -> throw new IllegalArgumentException("no directive " + line.word());
    }
  }

  private void connect(ScriptLine line, Arguments arguments) {
    String tls = arguments.text("tls", "request");
    WireConnection connection = WireConnection.connect(endpoint);
    sessions.put(line.session(), connection);
    switch (tls) {
      case "request" -> connection.requestTls();
      case "direct" -> connection.directTls();
      case "none" -> {
        // the script speaks first
      }
      default -> throw new IllegalArgumentException("no way of TLS " + tls);
    }
  }

  private void authenticate(ScriptLine line, Arguments arguments) {
    boolean refusalExpected = arguments.text("expect", "").equals("refused");
    try {
      Login.authenticate(session(line), user(arguments));
    } catch (LoginRefusedException e) {
      if (!refusalExpected) {
        throw failure(line, e.getMessage(), e);
      }
      return;
    }
    if (refusalExpected) {
      throw failure(line, "the server let the client in", null);
    }
  }

  private Endpoint user(Arguments arguments) {
    return endpoint.as(
        arguments.text("user", endpoint.user()), arguments.text("password", endpoint.password()));
  }

  /** A request that comes before its query is lost, so it is repeated until the session answers. */
  private void cancel(ScriptLine line, Arguments arguments) {
    WireConnection target = session(line);
    boolean tls = !arguments.text("tls", "request").equals("none");
    byte[] secret = target.key().secret().clone();
    if (arguments.text("secret", "right").equals("wrong")) {
      secret[0] ^= 1;
      request(target, secret, tls);
      return;
    }
    if (arguments.text("wait", "true").equals("false")) {
      request(target, secret, tls);
      return;
    }
    for (int i = 0; i < CANCELS; i++) {
      request(target, secret, tls);
      if (target.answersWithin(BETWEEN_CANCELS)) {
        return;
      }
    }
    throw failure(line, "the session did not answer after " + CANCELS + " cancel requests", null);
  }

  private void request(WireConnection target, byte[] secret, boolean tls) {
    try (WireConnection connection = WireConnection.connect(endpoint)) {
      if (tls) {
        connection.requestTls();
      }
      connection.send(Frontend.cancelRequest(target.key().processId(), secret));
      connection.endsNow();
    }
  }

  private WireConnection session(ScriptLine line) {
    return sessions.computeIfAbsent(line.session(), name -> Login.open(endpoint, Map.of()));
  }

  private BackendMessage receive(ScriptLine line) {
    BackendMessage message = session(line).receive();
    note(line, "<", message.name() + " " + message.fields());
    return message;
  }

  private void note(ScriptLine line, String sign, String what) {
    transcript.append("  ").append(line.session()).append(sign).append(' ').append(what);
    transcript.append('\n');
  }

  private AssertionError failure(ScriptLine line, String what, Throwable cause) {
    return new AssertionError(
        "line %d expects %s %s, but %s; the conversation so far:%n%s"
            .formatted(line.number(), line.word(), line.argument(), what, transcript),
        cause);
  }

  @Override
  public void close() {
    sessions.values().forEach(WireConnection::close);
  }
}
