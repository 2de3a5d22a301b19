package io.duckgres.compat.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds one message: an optional type byte, the length, the body. */
final class MessageBuilder {

  private static final int LENGTH_BYTES = 4;

  private final boolean typed;
  private final char type;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private MessageBuilder(boolean typed, char type) {
    this.typed = typed;
    this.type = type;
  }

  static MessageBuilder typed(char type) {
    return new MessageBuilder(true, type);
  }

  static MessageBuilder untyped() {
    return new MessageBuilder(false, '\0');
  }

  MessageBuilder int1(int value) {
    body.write(value);
    return this;
  }

  MessageBuilder int2(int value) {
    return int1(value >> 8).int1(value);
  }

  MessageBuilder int4(int value) {
    return int2(value >> 16).int2(value);
  }

  MessageBuilder text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8)).int1(0);
  }

  MessageBuilder bytes(byte[] value) {
    body.writeBytes(value);
    return this;
  }

  /** A length and the bytes; -1 for null. */
  MessageBuilder value(byte[] value) {
    return value == null ? int4(-1) : int4(value.length).bytes(value);
  }

  byte[] build() {
    int length = LENGTH_BYTES + body.size();
    ByteBuffer message = ByteBuffer.allocate(typed ? length + 1 : length);
    if (typed) {
      message.put((byte) type);
    }
    return message.putInt(length).put(body.toByteArray()).array();
  }
}
