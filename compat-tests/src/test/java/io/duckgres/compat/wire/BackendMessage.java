package io.duckgres.compat.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a server sends, one record per message of the manual's "Message Formats" page. {@link
 * #fields()} shows the contents as plain values, for scripts and failure messages.
 */
public sealed interface BackendMessage {

  /** The contents by name, in the order of the wire. */
  default Map<String, Object> fields() {
    return Map.of();
  }

  /** The message's name in the manual. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Every kind of authentication request; {@code code} 0 is AuthenticationOk. */
  record Authentication(int code, byte[] data) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return ordered("code", code, "mechanisms", mechanisms());
    }

    /** The names in a request for SASL. */
    List<String> mechanisms() {
      String names = new String(data, StandardCharsets.US_ASCII);
      return Stream.of(names.split("\0")).filter(name -> !name.isEmpty()).toList();
    }
  }

  /** The key for a CancelRequest. */
  record BackendKeyData(int processId, byte[] secret) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("length", secret.length);
    }
  }

  /** A setting that the client is told about. */
  record ParameterStatus(String parameter, String value) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return ordered("name", parameter, "value", value);
    }
  }

  /** The server waits for a command; the state is I, T or E. */
  record ReadyForQuery(char state) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("state", String.valueOf(state));
    }
  }

  /** The columns that the next rows have. */
  record RowDescription(List<Column> columns) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("columns", columns.stream().map(Column::fields).toList());
    }
  }

  /** One row; a NULL is a null element. */
  record DataRow(List<byte[]> values) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      List<Object> shown = new ArrayList<>();
      values.forEach(value -> shown.add(value == null ? null : Bytes.show(value)));
      return Map.of("values", shown);
    }
  }

  /** A statement is done. */
  record CommandComplete(String tag) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("tag", tag);
    }
  }

  /** An error; the keys are the field codes of the manual's "Error and Notice Message Fields". */
  record ErrorResponse(Map<Character, String> codes) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Diagnostics.named(codes);
    }
  }

  /** A notice, with the fields of an error. */
  record NoticeResponse(Map<Character, String> codes) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Diagnostics.named(codes);
    }
  }

  /** What another session notified. */
  record NotificationResponse(int processId, String channel, String payload)
      implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return ordered("channel", channel, "payload", payload);
    }
  }

  /** The types of a statement's parameters. */
  record ParameterDescription(List<Integer> oids) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("types", oids.stream().map(TypeNames::show).toList());
    }
  }

  /** The newest protocol version that the server speaks, and the options it does not know. */
  record NegotiateProtocolVersion(int version, List<String> options) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return ordered("version", (version >> 16) + "." + (version & 0xffff), "options", options);
    }
  }

  /** The result of a FunctionCall. */
  record FunctionCallResponse(byte[] value) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("value", value == null ? null : Bytes.show(value));
      return fields;
    }
  }

  /** The server wants COPY data, or sends it; direction is In, Out or Both. */
  record CopyResponse(String direction, int format, List<Integer> columnFormats)
      implements BackendMessage {
    @Override
    public String name() {
      return "Copy" + direction + "Response";
    }

    @Override
    public Map<String, Object> fields() {
      return ordered("format", format, "columns", columnFormats.size());
    }
  }

  /** A piece of COPY data. */
  record CopyData(byte[] data) implements BackendMessage {
    @Override
    public Map<String, Object> fields() {
      return Map.of("data", Bytes.show(data));
    }
  }

  /** A message without contents: ParseComplete, BindComplete, NoData and the like. */
  record Plain(String name) implements BackendMessage {}

  private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(k1, v1);
    fields.put(k2, v2);
    return fields;
  }
}
