package io.duckgres.compat.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes as people read them: text where it is printable, {@code \x} and hexadecimals if not. */
public final class Bytes {

  private static final String HEX_PREFIX = "\\x";

  private Bytes() {}

  /** Text for printable UTF-8, otherwise {@code \x} and hexadecimals. */
  public static String show(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
        return text;
      }
    } catch (CharacterCodingException e) {
      return hex(bytes);
    }
    return hex(bytes);
  }

  /** {@code \x} and hexadecimals. */
  public static String hex(byte[] bytes) {
    return HEX_PREFIX + HexFormat.of().formatHex(bytes);
  }

  /** What {@link #show} shows, back as bytes; a text starting with {@code \x} is hexadecimals. */
  public static byte[] read(String shown) {
    return shown.startsWith(HEX_PREFIX)
        ? HexFormat.of().parseHex(shown.substring(HEX_PREFIX.length()))
        : shown.getBytes(StandardCharsets.UTF_8);
  }
}
