package io.duckgres.grammar;

/**
 * Case of ASCII letters only: PostgreSQL folds identifiers so in a multi-byte encoding, whatever
 * the locale (src/backend/parser/scansup.c).
 */
final class AsciiCase {
  private AsciiCase() {}

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static String lower(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c >= 'A' && c <= 'Z') {
        char[] folded = new char[end - start];
        for (int i = 0; i < folded.length; i++) {
          folded[i] = lower(text.charAt(start + i));
        }
        return new String(folded);
      }
    }
    return text.substring(start, end);
  }

  static String upper(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'a' && folded[i] <= 'z') {
        folded[i] -= 'a' - 'A';
      }
    }
    return new String(folded);
  }
}
