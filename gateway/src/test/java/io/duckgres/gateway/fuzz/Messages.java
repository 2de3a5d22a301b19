package io.duckgres.gateway.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Messages of a client, encoded. */
final class Messages {
  private Messages() {}

  static byte[] query(String sql) {
    return of('Q', sql, 0);
  }

  static byte[] parse(String name, String sql) {
    return of('P', name, 0, sql, 0, int16(0));
  }

  /** A Bind with values in text; null is NULL. */
  static byte[] bind(String portal, String statement, String... values) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(join(portal, 0, statement, 0, int16(0), int16(values.length)));
    for (String value : values) {
      if (value == null) {
        body.writeBytes(int32(-1));
      } else {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        body.writeBytes(int32(bytes.length));
        body.writeBytes(bytes);
      }
    }
    body.writeBytes(int16(0));
    return of('B', body.toByteArray());
  }

  static byte[] describe(char target, String name) {
    return of('D', (int) target, name, 0);
  }

  static byte[] close(char target, String name) {
    return of('C', (int) target, name, 0);
  }

  static byte[] execute(String portal, int limit) {
    return of('E', portal, 0, int32(limit));
  }

  static byte[] sync() {
    return of('S');
  }

  static byte[] flush() {
    return of('H');
  }

  static byte[] terminate() {
    return of('X');
  }

  static byte[] copyData(String data) {
    return of('d', data);
  }

  static byte[] copyDone() {
    return of('c');
  }

  static byte[] copyFail(String reason) {
    return of('f', reason, 0);
  }

  static byte[] functionCall() {
    return of('F', int32(1598), int16(0), int16(0), int16(0));
  }

  /** A message; numbers are single bytes, texts UTF-8. */
  static byte[] of(char type, Object... parts) {
    byte[] body = join(parts);
    return announcing(type, 4 + body.length, body);
  }

  /** A message with any length word. */
  static byte[] announcing(char type, int length, byte[] body) {
    return ByteBuffer.allocate(5 + body.length).put((byte) type).putInt(length).put(body).array();
  }

  static byte[] int16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] int32(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] join(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof byte[] bytes) {
        out.writeBytes(bytes);
      } else if (part instanceof Integer number) {
        out.write(number);
      } else {
        out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
