package io.duckgres.gateway.auth;

import java.security.SecureRandom;
import java.util.Optional;

/** Begins the exchange that the configuration asks for. Safe for any number of threads. */
public final class Authenticator {
  private final AuthenticationMethod method;
  private final Users users;
  private final Optional<byte[]> endPoint;
  private final SecureRandom random = new SecureRandom();

  /**
   * The server's way to authenticate.
   *
   * @param endPoint the certificate's hash for the channel binding tls-server-end-point (RFC 5929);
   *     without one the server does not offer it
   */
  public Authenticator(AuthenticationMethod method, Users users, Optional<byte[]> endPoint) {
    this.method = method;
    this.users = users;
    this.endPoint = endPoint;
  }

  /** Begins the exchange with a client that claims to be this user, known or not. */
  public AuthenticationExchange begin(String user) {
    Credential credential = users.find(user);
    return switch (method) {
      case SCRAM_SHA_256 -> sasl(user, credential);
      case MD5 ->
          // As in PostgreSQL, a user with nothing but a SCRAM verifier uses SCRAM here too.
          credential instanceof Credential.Scrambled
              ? sasl(user, credential)
              : new Md5Exchange(user, credential, random(4));
      case PASSWORD -> new CleartextExchange(user, credential, users.mockVerifier(user));
    };
  }

  private AuthenticationExchange sasl(String user, Credential credential) {
    ScramExchange scram =
        credential
            .scramVerifier()
            .map(verifier -> new ScramExchange(verifier, true, endPoint, random(18)))
            .orElseGet(
                () -> new ScramExchange(users.mockVerifier(user), false, endPoint, random(18)));
    return new SaslExchange(user, scram, endPoint.isPresent());
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
