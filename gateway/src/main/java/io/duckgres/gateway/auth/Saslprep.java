package io.duckgres.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;

/**
 * SASLprep (RFC 4013) as PostgreSQL's pg_saslprep applies it to passwords: a password that SASLprep
 * prohibits is used as it is, so that servers and clients agree on it nevertheless.
 */
final class Saslprep {
  private Saslprep() {}

  /** The password's bytes for SCRAM. */
  static byte[] prepare(String password) {
    if (password.chars().allMatch(character -> character < 0x80)) {
      return password.getBytes(StandardCharsets.UTF_8);
    }
    String prepared = Normalizer.normalize(map(password), Normalizer.Form.NFKC);
    boolean usable = !prepared.isEmpty() && !Rules.isProhibited(prepared);
    return (usable ? prepared : password).getBytes(StandardCharsets.UTF_8);
  }

  private static String map(String text) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (Rules.SPACES.get(codePoint)) {
                mapped.append(' ');
              } else if (!Rules.MAPPED_TO_NOTHING.get(codePoint)) {
                mapped.appendCodePoint(codePoint);
              }
            });
    return mapped.toString();
  }

  private static final class Rules {
    static final BitSet SPACES = StringprepTables.get().union("C.1.2");
    static final BitSet MAPPED_TO_NOTHING = StringprepTables.get().union("B.1");
    private static final BitSet PROHIBITED =
        StringprepTables.get()
            .union(
                "A.1", "C.1.2", "C.2.1", "C.2.2", "C.3", "C.4", "C.5", "C.6", "C.7", "C.8", "C.9");
    private static final BitSet RIGHT_TO_LEFT = StringprepTables.get().union("D.1");
    private static final BitSet LEFT_TO_RIGHT = StringprepTables.get().union("D.2");

    static boolean isProhibited(String text) {
      int[] codePoints = text.codePoints().toArray();
      boolean rightToLeft = false;
      boolean leftToRight = false;
      for (int codePoint : codePoints) {
        if (PROHIBITED.get(codePoint)) {
          return true;
        }
        rightToLeft |= RIGHT_TO_LEFT.get(codePoint);
        leftToRight |= LEFT_TO_RIGHT.get(codePoint);
      }
      boolean framed =
          RIGHT_TO_LEFT.get(codePoints[0]) && RIGHT_TO_LEFT.get(codePoints[codePoints.length - 1]);
      return rightToLeft && (leftToRight || !framed);
    }
  }
}
