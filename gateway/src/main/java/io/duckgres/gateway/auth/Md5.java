package io.duckgres.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** PostgreSQL's MD5 digests of passwords. */
final class Md5 {
  private static final String PREFIX = "md5";
  private static final int LENGTH = PREFIX.length() + 32;

  private Md5() {}

  /** What pg_authid.rolpassword holds with password_encryption = md5. */
  static String digest(String password, String user) {
    return PREFIX
        + hex(password.getBytes(StandardCharsets.UTF_8), user.getBytes(StandardCharsets.UTF_8));
  }

  /** What the client answers to a salt. */
  static String answer(String digest, byte[] salt) {
    String hexadecimal = digest.substring(PREFIX.length());
    return PREFIX + hex(hexadecimal.getBytes(StandardCharsets.US_ASCII), salt);
  }

  static boolean isDigest(String text) {
    return text.length() == LENGTH
        && text.startsWith(PREFIX)
        && text.chars().skip(PREFIX.length()).allMatch(Md5::isHexDigit);
  }

  private static boolean isHexDigit(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }

  private static String hex(byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(first);
      return HexFormat.of().formatHex(digest.digest(second));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
