package io.duckgres.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The configured users. A user that does not exist has a verifier too, with a salt that stays the
 * same, so that nobody can tell it from a user that does (PostgreSQL's mock authentication).
 */
public final class Users {
  private final Map<String, Credential> credentials = new HashMap<>();
  private final byte[] secret;

  /**
   * The users of the configuration.
   *
   * @param passwords user name to plaintext, SCRAM verifier or MD5 digest in PostgreSQL's form
   * @param secret bytes that only the server knows and that outlive a restart; salts derive from it
   */
  public Users(Map<String, String> passwords, byte[] secret) {
    this.secret = secret.clone();
    passwords.forEach((user, password) -> credentials.put(user, credential(user, password)));
  }

  /** Computes what first logins need, so that they take no longer than others. */
  public void prepare() {
    credentials.values().forEach(Credential::scramVerifier);
  }

  Credential find(String user) {
    return credentials.getOrDefault(user, new Credential.Unknown());
  }

  /** A verifier that no password has. */
  ScramVerifier mockVerifier(String user) {
    return new ScramVerifier(
        Scram.DEFAULT_ITERATIONS,
        salt(user),
        new byte[Scram.KEY_LENGTH],
        new byte[Scram.KEY_LENGTH]);
  }

  private Credential credential(String user, String password) {
    if (Md5.isDigest(password)) {
      return new Credential.Digested(password);
    }
    return ScramVerifier.parse(password)
        .<Credential>map(Credential.Scrambled::new)
        .orElseGet(() -> new Credential.Plaintext(user, password, salt(user)));
  }

  private byte[] salt(String user) {
    byte[] digest = Scram.hmac(secret, user.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest, Scram.SALT_LENGTH);
  }
}
