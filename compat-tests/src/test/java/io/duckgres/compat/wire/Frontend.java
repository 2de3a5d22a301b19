package io.duckgres.compat.wire;

import java.util.List;
import java.util.Map;

/** The messages that a client sends, encoded; formats are 0 for text and 1 for binary. */
public final class Frontend {

  /** Protocol version 3.0, as a startup packet carries it. */
  public static final int PROTOCOL_3_0 = 3 << 16;

  private static final int CANCEL_REQUEST = 80877102;
  private static final int SSL_REQUEST = 80877103;
  private static final int GSSENC_REQUEST = 80877104;

  private Frontend() {}

  /** The first packet of a session. */
  public static byte[] startup(int version, Map<String, String> parameters) {
    MessageBuilder message = MessageBuilder.untyped().int4(version);
    parameters.forEach((name, value) -> message.text(name).text(value));
    return message.int1(0).build();
  }

  /** Asks for TLS. */
  public static byte[] sslRequest() {
    return MessageBuilder.untyped().int4(SSL_REQUEST).build();
  }

  /** Asks for GSSAPI encryption. */
  public static byte[] gssEncRequest() {
    return MessageBuilder.untyped().int4(GSSENC_REQUEST).build();
  }

  /** Asks, on a connection of its own, to cancel what another session runs. */
  public static byte[] cancelRequest(int processId, byte[] secret) {
    return MessageBuilder.untyped().int4(CANCEL_REQUEST).int4(processId).bytes(secret).build();
  }

  /** A password in clear text. */
  public static byte[] password(String password) {
    return MessageBuilder.typed('p').text(password).build();
  }

  /** The first message of a SASL exchange. */
  public static byte[] saslInitialResponse(String mechanism, byte[] response) {
    return MessageBuilder.typed('p').text(mechanism).value(response).build();
  }

  /** A later message of a SASL exchange. */
  public static byte[] saslResponse(byte[] response) {
    return MessageBuilder.typed('p').bytes(response).build();
  }

  /** Statements as text, to be run at once. */
  public static byte[] query(String sql) {
    return MessageBuilder.typed('Q').text(sql).build();
  }

  /** Prepares a statement; type 0 leaves a parameter's type to the server. */
  public static byte[] parse(String statement, String sql, List<Integer> types) {
    MessageBuilder message = MessageBuilder.typed('P').text(statement).text(sql);
    message.int2(types.size());
    types.forEach(message::int4);
    return message.build();
  }

  /** Makes a portal of a statement and values; a NULL is a null element. */
  public static byte[] bind(
      String portal,
      String statement,
      List<Integer> formats,
      List<byte[]> values,
      List<Integer> resultFormats) {
    MessageBuilder message = MessageBuilder.typed('B').text(portal).text(statement);
    message.int2(formats.size());
    formats.forEach(message::int2);
    message.int2(values.size());
    values.forEach(message::value);
    message.int2(resultFormats.size());
    resultFormats.forEach(message::int2);
    return message.build();
  }

  /** Describes a statement (kind S) or a portal (kind P). */
  public static byte[] describe(char kind, String name) {
    return MessageBuilder.typed('D').int1(kind).text(name).build();
  }

  /** Closes a statement (kind S) or a portal (kind P). */
  public static byte[] close(char kind, String name) {
    return MessageBuilder.typed('C').int1(kind).text(name).build();
  }

  /** Runs a portal for at most {@code limit} rows; 0 is no limit. */
  public static byte[] execute(String portal, int limit) {
    return MessageBuilder.typed('E').text(portal).int4(limit).build();
  }

  /** Calls a function by OID with values in text format. */
  public static byte[] functionCall(int oid, List<byte[]> values) {
    MessageBuilder message = MessageBuilder.typed('F').int4(oid).int2(0).int2(values.size());
    values.forEach(message::value);
    return message.int2(0).build();
  }

  /** A piece of COPY data. */
  public static byte[] copyData(byte[] data) {
    return MessageBuilder.typed('d').bytes(data).build();
  }

  /** Ends COPY data with an error. */
  public static byte[] copyFail(String message) {
    return MessageBuilder.typed('f').text(message).build();
  }

  /** Ends COPY data. */
  public static byte[] copyDone() {
    return MessageBuilder.typed('c').build();
  }

  /** Ends a sequence of extended-query messages. */
  public static byte[] sync() {
    return MessageBuilder.typed('S').build();
  }

  /** Asks for the answers so far. */
  public static byte[] flush() {
    return MessageBuilder.typed('H').build();
  }

  /** Ends the session. */
  public static byte[] terminate() {
    return MessageBuilder.typed('X').build();
  }
}
