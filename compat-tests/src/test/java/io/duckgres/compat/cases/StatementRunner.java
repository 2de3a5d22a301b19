package io.duckgres.compat.cases;

import io.duckgres.compat.wire.BackendMessage;
import io.duckgres.compat.wire.Frontend;
import io.duckgres.compat.wire.Replies;
import io.duckgres.compat.wire.WireConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one statement on a connection in one mode. */
final class StatementRunner {

  private static final String UNNAMED = "";

  private final WireConnection connection;
  private final Mode mode;

  StatementRunner(WireConnection connection, Mode mode) {
    this.connection = connection;
    this.mode = mode;
  }

  Answer run(Statement statement) {
    AnswerReader reader = new AnswerReader(mode == Mode.BINARY);
    if (mode == Mode.SIMPLE) {
      connection.send(Frontend.query(statement.sql()));
      reader.read(Replies.untilReady(connection));
    } else {
      runExtended(statement, reader);
    }
    return reader.answer();
  }

  /** Parameters are encoded as the types that the server itself reports, as a driver would. */
  private void runExtended(Statement statement, AnswerReader reader) {
    connection.send(
        Frontend.parse(UNNAMED, statement.sql(), statement.types()),
        Frontend.describe('S', UNNAMED),
        Frontend.sync());
    List<BackendMessage> described = Replies.untilReady(connection);
    reader.read(described.stream().filter(StatementRunner::isAboutStatement).toList());
    if (reader.failed()) {
      return;
    }
    List<Integer> formats = new ArrayList<>();
    List<byte[]> values = new ArrayList<>();
    encode(statement, types(described), formats, values);
    int format = mode == Mode.BINARY ? 1 : 0;
    connection.send(
        Frontend.bind(UNNAMED, UNNAMED, formats, values, List.of(format)),
        Frontend.describe('P', UNNAMED),
        Frontend.execute(UNNAMED, 0),
        Frontend.sync());
    reader.read(Replies.untilReady(connection));
  }

  /** The portal's description, with its formats, follows. */
  private static boolean isAboutStatement(BackendMessage message) {
    return !(message instanceof BackendMessage.RowDescription);
  }

  private static List<Integer> types(List<BackendMessage> described) {
    return described.stream()
        .filter(BackendMessage.ParameterDescription.class::isInstance)
        .map(message -> ((BackendMessage.ParameterDescription) message).oids())
        .findFirst()
        .orElse(List.of());
  }

  private void encode(
      Statement statement, List<Integer> types, List<Integer> formats, List<byte[]> values) {
    if (!statement.hasParameters()) {
      return;
    }
    for (int i = 0; i < statement.values().size(); i++) {
      String value = statement.values().get(i);
      Optional<byte[]> binary =
          mode == Mode.BINARY && value != null && i < types.size()
              ? BinaryValues.encode(types.get(i), value)
              : Optional.empty();
      formats.add(binary.isPresent() ? 1 : 0);
      values.add(
          binary.orElseGet(() -> value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
