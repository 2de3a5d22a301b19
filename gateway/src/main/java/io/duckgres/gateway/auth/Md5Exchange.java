package io.duckgres.gateway.auth;

import io.duckgres.gateway.wire.BackendMessage.Authentication;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationMD5Password;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The password's MD5 digest, salted; for clients that know nothing better. */
final class Md5Exchange implements AuthenticationExchange {
  private final String user;
  private final Credential credential;
  private final byte[] salt;

  Md5Exchange(String user, Credential credential, byte[] salt) {
    this.user = user;
    this.credential = credential;
    this.salt = salt;
  }

  @Override
  public Authentication firstRequest() {
    return new AuthenticationMD5Password(salt);
  }

  @Override
  public Step respond(AuthenticationResponse response) {
    String given = response.password().password();
    if (given.isEmpty()) {
      throw AuthenticationErrors.emptyPassword();
    }
    String digest = credential.md5Digest().orElseGet(() -> Md5.digest("", user));
    byte[] expected = Md5.answer(digest, salt).getBytes(StandardCharsets.US_ASCII);
    boolean equal = MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    if (!equal || credential.md5Digest().isEmpty()) {
      throw AuthenticationErrors.passwordFailed(user);
    }
    return new Authenticated(null);
  }

  @Override
  public String expectedResponse() {
    return "password response";
  }
}
