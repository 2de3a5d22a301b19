package io.duckgres.gateway.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes bad conversations of good ones. */
final class Mutator {
  private static final byte[] TYPES = "QPBDECHSXdcfFp".getBytes(StandardCharsets.US_ASCII);
  private static final int[] LENGTHS = {
    Integer.MIN_VALUE, -1, 0, 3, 4, 5, 255, 10_000, 65_536, 1 << 30, 0x3ffffffe, Integer.MAX_VALUE
  };
  private static final int[] COUNTS = {0, 1, 2, 255, 32_767, 32_768, 65_535};
  private static final int MOST_CHANGES = 4;

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /** A conversation, or a few one after the other, changed in a few places. */
  List<byte[]> next() {
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      messages.addAll(pick(Conversations.ALL));
    }
    for (int i = 0; i <= random.nextInt(MOST_CHANGES); i++) {
      change(messages);
    }
    return messages;
  }

  private void change(List<byte[]> messages) {
    if (messages.isEmpty()) {
      messages.add(any());
    }
    int at = random.nextInt(messages.size());
    switch (random.nextInt(15)) {
      case 0 -> messages.remove(at);
      case 1 -> messages.add(at, messages.get(random.nextInt(messages.size())));
      case 2 -> messages.add(messages.remove(at));
      case 3, 4 -> messages.add(at, any());
      case 5 -> messages.set(at, flipped(messages.get(at)));
      case 6 -> messages.set(at, announcing(messages.get(at)));
      case 7 -> messages.set(at, cut(messages.get(at)));
      case 8 -> messages.set(at, retyped(messages.get(at)));
      case 9 -> messages.set(at, poisoned(messages.get(at)));
      case 10 -> messages.add(at, noise());
      case 11 -> {
        for (int i = 0; i < 50; i++) {
          messages.add(at, Messages.sync());
        }
      }
      case 12 -> messages.add(at, huge());
      case 13 -> messages.add(at, counted());
      default -> messages.add(at, unknown());
    }
  }

  private byte[] any() {
    return pick(pick(Conversations.ALL));
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static byte[] body(byte[] message) {
    return message.length <= 5
        ? new byte[0]
        : java.util.Arrays.copyOfRange(message, 5, message.length);
  }

  private static char type(byte[] message) {
    return message.length == 0 ? 'Q' : (char) message[0];
  }

  /** Some bits of the body. */
  private byte[] flipped(byte[] message) {
    byte[] body = body(message);
    for (int i = 0; i <= random.nextInt(4) && body.length > 0; i++) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Messages.of(type(message), body);
  }

  /** Another length word. */
  private byte[] announcing(byte[] message) {
    int length =
        random.nextBoolean()
            ? LENGTHS[random.nextInt(LENGTHS.length)]
            : message.length - 1 + random.nextInt(9) - 4;
    return Messages.announcing(type(message), length, body(message));
  }

  /** A frame that fits, and less in it than its fields say. */
  private byte[] cut(byte[] message) {
    byte[] body = body(message);
    byte[] less = java.util.Arrays.copyOf(body, body.length == 0 ? 0 : random.nextInt(body.length));
    return Messages.of(type(message), less);
  }

  private byte[] retyped(byte[] message) {
    return Messages.of((char) TYPES[random.nextInt(TYPES.length)], body(message));
  }

  /** Bytes that are no text. */
  private byte[] poisoned(byte[] message) {
    byte[] body = body(message);
    byte[][] poisons = {{0}, {(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0}};
    byte[] poison = poisons[random.nextInt(poisons.length)];
    int at = body.length == 0 ? 0 : random.nextInt(body.length);
    return Messages.of(
        type(message),
        java.util.Arrays.copyOf(body, at),
        poison,
        java.util.Arrays.copyOfRange(body, at, body.length));
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 + random.nextInt(200)];
    random.nextBytes(bytes);
    return random.nextBoolean()
        ? bytes
        : Messages.of((char) TYPES[random.nextInt(TYPES.length)], bytes);
  }

  private byte[] huge() {
    String name = "n".repeat(100_000);
    return switch (random.nextInt(5)) {
      case 0 -> Messages.parse(name, "select 1");
      case 1 -> Messages.query("select 1 as \"" + name + '"');
      case 2 -> Messages.bind(name, name);
      case 3 -> Messages.query("select '" + name + "' " + "(".repeat(5000));
      default -> Messages.close('S', name.substring(0, 9000));
    };
  }

  /** A Bind or Parse that says it has more than comes. */
  private byte[] counted() {
    byte[] count = Messages.int16(COUNTS[random.nextInt(COUNTS.length)]);
    return random.nextBoolean()
        ? Messages.of('B', 0, 0, count, count)
        : Messages.of('P', 0, "select $1", 0, count);
  }

  private byte[] unknown() {
    String name = "unknown" + random.nextInt(10);
    return switch (random.nextInt(6)) {
      case 0 -> Messages.close('P', name);
      case 1 -> Messages.close('S', name);
      case 2 -> Messages.describe('S', name);
      case 3 -> Messages.describe('P', name);
      case 4 -> Messages.execute(name, random.nextInt());
      default -> Messages.bind("", name);
    };
  }
}
