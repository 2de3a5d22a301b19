package io.duckgres.grammar;

/** PostgreSQL's check of byte sequences (src/common/wchar.c). */
final class Utf8 {
  private Utf8() {}

  /** PostgreSQL's complaint about the first invalid sequence, or null. */
  static SyntaxError validate(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int length = length(bytes[at]);
      if (bytes[at] == 0 || !isValid(bytes, at, length)) {
        return invalid(bytes, at, length);
      }
      at += length;
    }
    return null;
  }

  private static int length(byte first) {
    int b = first & 0xFF;
    return (b & 0x80) == 0
        ? 1
        : (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 1;
  }

  private static boolean isValid(byte[] bytes, int at, int length) {
    if (at + length > bytes.length) {
      return false;
    }
    int codePoint = length == 1 ? bytes[at] & 0xFF : bytes[at] & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
      codePoint = codePoint << 6 | bytes[at + i] & 0x3F;
    }
    return switch (length) {
      case 1 -> codePoint < 0x80;
      case 2 -> codePoint >= 0x80;
      case 3 -> codePoint >= 0x800 && (codePoint < 0xD800 || codePoint > 0xDFFF);
      default -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
    };
  }

  private static SyntaxError invalid(byte[] bytes, int at, int length) {
    StringBuilder message = new StringBuilder("invalid byte sequence for encoding \"UTF8\":");
    for (int i = at; i < Math.min(at + length, bytes.length); i++) {
      message.append(String.format(" 0x%02x", bytes[i]));
    }
    return new SyntaxError("22021", message.toString(), 0, null, null);
  }
}
