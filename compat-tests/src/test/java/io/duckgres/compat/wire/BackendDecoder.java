package io.duckgres.compat.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of one backend message. */
final class BackendDecoder {

  private static final Map<Character, String> PLAIN =
      Map.of(
          '1', "ParseComplete",
          '2', "BindComplete",
          '3', "CloseComplete",
          'n', "NoData",
          's', "PortalSuspended",
          'I', "EmptyQueryResponse",
          'c', "CopyDone");

  private final ByteBuffer body;

  private BackendDecoder(byte[] body) {
    this.body = ByteBuffer.wrap(body);
  }

  /**
   * @throws IllegalStateException when the type is unknown or the body is longer than its contents
   */
  static BackendMessage decode(char type, byte[] body) {
    BackendDecoder decoder = new BackendDecoder(body);
    BackendMessage message = decoder.read(type);
    if (decoder.body.hasRemaining()) {
      throw new IllegalStateException(
          decoder.body.remaining() + " bytes too many in " + message.name());
    }
    return message;
  }

  private BackendMessage read(char type) {
    return switch (type) {
      case 'R' -> new BackendMessage.Authentication(body.getInt(), rest());
      case 'K' -> new BackendMessage.BackendKeyData(body.getInt(), rest());
      case 'S' -> new BackendMessage.ParameterStatus(text(), text());
      case 'Z' -> new BackendMessage.ReadyForQuery((char) body.get());
      case 'T' -> new BackendMessage.RowDescription(columns());
      case 'D' -> new BackendMessage.DataRow(values());
      case 'C' -> new BackendMessage.CommandComplete(text());
      case 'E' -> new BackendMessage.ErrorResponse(diagnostics());
      case 'N' -> new BackendMessage.NoticeResponse(diagnostics());
      case 'A' -> new BackendMessage.NotificationResponse(body.getInt(), text(), text());
      case 't' -> new BackendMessage.ParameterDescription(integers(body.getShort()));
      case 'v' -> new BackendMessage.NegotiateProtocolVersion(body.getInt(), options());
      case 'V' -> new BackendMessage.FunctionCallResponse(value());
      case 'G' -> new BackendMessage.CopyResponse("In", body.get(), formats());
      case 'H' -> new BackendMessage.CopyResponse("Out", body.get(), formats());
      case 'W' -> new BackendMessage.CopyResponse("Both", body.get(), formats());
      case 'd' -> new BackendMessage.CopyData(rest());
      default -> plain(type);
    };
  }

  private static BackendMessage plain(char type) {
    String name = PLAIN.get(type);
    if (name == null) {
      throw new IllegalStateException("the server sent a message of unknown type '" + type + "'");
    }
    return new BackendMessage.Plain(name);
  }

  private List<Column> columns() {
    int count = body.getShort();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(
          new Column(
              text(),
              body.getInt(),
              body.getShort(),
              body.getInt(),
              body.getShort(),
              body.getInt(),
              body.getShort()));
    }
    return List.copyOf(columns);
  }

  private List<byte[]> values() {
    int count = body.getShort();
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value());
    }
    return values;
  }

  private byte[] value() {
    int length = body.getInt();
    if (length < 0) {
      return null;
    }
    byte[] value = new byte[length];
    body.get(value);
    return value;
  }

  private List<Integer> integers(int count) {
    List<Integer> integers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      integers.add(body.getInt());
    }
    return List.copyOf(integers);
  }

  private List<Integer> formats() {
    int count = body.getShort();
    List<Integer> formats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      formats.add((int) body.getShort());
    }
    return List.copyOf(formats);
  }

  private List<String> options() {
    int count = body.getInt();
    List<String> options = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      options.add(text());
    }
    return List.copyOf(options);
  }

  private Map<Character, String> diagnostics() {
    Map<Character, String> fields = new LinkedHashMap<>();
    for (byte code = body.get(); code != 0; code = body.get()) {
      fields.put((char) code, text());
    }
    return fields;
  }

  private String text() {
    int start = body.position();
    while (body.get() != 0) {
      // up to the terminator
    }
    return new String(body.array(), start, body.position() - start - 1, StandardCharsets.UTF_8);
  }

  private byte[] rest() {
    byte[] rest = new byte[body.remaining()];
    body.get(rest);
    return rest;
  }
}
