package io.duckgres.gateway.auth;

import io.duckgres.gateway.wire.BackendMessage.Authentication;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationCleartextPassword;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The password itself, sent inside TLS. */
final class CleartextExchange implements AuthenticationExchange {
  private final String user;
  private final Credential credential;
  private final ScramVerifier mock;

  CleartextExchange(String user, Credential credential, ScramVerifier mock) {
    this.user = user;
    this.credential = credential;
    this.mock = mock;
  }

  @Override
  public Authentication firstRequest() {
    return new AuthenticationCleartextPassword();
  }

  @Override
  public Step respond(AuthenticationResponse response) {
    String password = response.password().password();
    if (password.isEmpty()) {
      throw AuthenticationErrors.emptyPassword();
    }
    if (!matches(password)) {
      throw AuthenticationErrors.passwordFailed(user);
    }
    return new Authenticated(null);
  }

  @Override
  public String expectedResponse() {
    return "password response";
  }

  private boolean matches(String password) {
    if (credential instanceof Credential.Digested digested) {
      byte[] given = Md5.digest(password, user).getBytes(StandardCharsets.US_ASCII);
      return MessageDigest.isEqual(given, digested.digest().getBytes(StandardCharsets.US_ASCII));
    }
    // For an unknown user the same work is done, against a key that no password has.
    ScramVerifier verifier = credential.scramVerifier().orElse(mock);
    ScramVerifier given = ScramVerifier.of(password, verifier.salt(), verifier.iterations());
    return MessageDigest.isEqual(given.storedKey(), verifier.storedKey());
  }
}
