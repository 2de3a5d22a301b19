package io.duckgres.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a server keeps of a password for SCRAM: enough to verify it, not to log in with.
 *
 * @param iterations of PBKDF2
 * @param salt of PBKDF2
 * @param storedKey {@code H(ClientKey)}
 * @param serverKey signs the server's last message
 */
public record ScramVerifier(int iterations, byte[] salt, byte[] storedKey, byte[] serverKey) {
  private static final String SCHEME = "SCRAM-SHA-256";

  /** Computes the verifier of a password; takes milliseconds by intent. */
  static ScramVerifier of(String password, byte[] salt, int iterations) {
    byte[] salted = Scram.saltedPassword(Saslprep.prepare(password), salt, iterations);
    byte[] clientKey = Scram.hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
    byte[] serverKey = Scram.hmac(salted, "Server Key".getBytes(StandardCharsets.US_ASCII));
    return new ScramVerifier(iterations, salt, Scram.hash(clientKey), serverKey);
  }

  /**
   * Reads PostgreSQL's form, as in pg_authid.rolpassword: {@code
   * SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey}.
   *
   * @return empty when the text has another form
   */
  public static Optional<ScramVerifier> parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 3 || !parts[0].equals(SCHEME)) {
      return Optional.empty();
    }
    String[] work = parts[1].split(":", -1);
    String[] keys = parts[2].split(":", -1);
    if (work.length != 2 || keys.length != 2) {
      return Optional.empty();
    }
    try {
      int iterations = Integer.parseInt(work[0]);
      byte[] salt = Base64.getDecoder().decode(work[1]);
      byte[] storedKey = Base64.getDecoder().decode(keys[0]);
      byte[] serverKey = Base64.getDecoder().decode(keys[1]);
      boolean sound =
          iterations > 0
              && salt.length > 0
              && storedKey.length == Scram.KEY_LENGTH
              && serverKey.length == Scram.KEY_LENGTH;
      return sound
          ? Optional.of(new ScramVerifier(iterations, salt, storedKey, serverKey))
          : Optional.empty();
    } catch (IllegalArgumentException notNumbersOrBase64) {
      return Optional.empty();
    }
  }

  /** PostgreSQL's form. */
  public String format() {
    Base64.Encoder base64 = Base64.getEncoder();
    return SCHEME
        + "$"
        + iterations
        + ":"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(storedKey)
        + ":"
        + base64.encodeToString(serverKey);
  }
}
