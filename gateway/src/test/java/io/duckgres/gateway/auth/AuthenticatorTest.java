package io.duckgres.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.auth.AuthenticationExchange.Authenticated;
import io.duckgres.gateway.auth.AuthenticationExchange.Continue;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationMD5Password;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASLContinue;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
  /** Of the password {@code postgres}, recorded on PostgreSQL 17.10. */
  private static final String VERIFIER =
      "SCRAM-SHA-256$4096:M3fy2D/aGE+bH/B6Jh44bg==$kLjitG8mP4U1fG3c"
          + "zow+9zy7QsKaGimIQhSgXJ9s7Uo=:wQ3CTBi75zFAld9Y1imGRpfqhs4DdZhL3C7usgbJhiU=";

  private final Users users =
      new Users(
          Map.of("plain", "secret", "scram", VERIFIER, "digest", Md5.digest("secret", "digest")),
          new byte[] {1});

  @Test
  void readsPostgresVerifiers() {
    ScramVerifier verifier = ScramVerifier.parse(VERIFIER).orElseThrow();

    assertThat(verifier.format()).isEqualTo(VERIFIER);
    assertThat(ScramVerifier.of("postgres", verifier.salt(), verifier.iterations()).format())
        .isEqualTo(VERIFIER);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, secret, true",
    "plain, wrong, false",
    "scram, postgres, true",
    "scram, wrong, false",
    "digest, secret, true",
    "digest, wrong, false",
    "nobody, secret, false"
  })
  void checksCleartextPasswords(String user, String password, boolean right) {
    check(authenticator(AuthenticationMethod.PASSWORD).begin(user), user, password, right);
  }

  @ParameterizedTest
  @CsvSource({"plain, true", "digest, true", "nobody, false"})
  void checksMd5Digests(String user, boolean right) {
    AuthenticationExchange exchange = authenticator(AuthenticationMethod.MD5).begin(user);
    byte[] salt = ((AuthenticationMD5Password) exchange.firstRequest()).salt();

    check(exchange, user, Md5.answer(Md5.digest("secret", user), salt), right);
  }

  @Test
  void usesScramForVerifiersThatMd5CannotCheck() {
    assertThat(authenticator(AuthenticationMethod.MD5).begin("scram"))
        .isInstanceOf(SaslExchange.class);
  }

  @Test
  void refusesEmptyPasswords() {
    AuthenticationExchange exchange = authenticator(AuthenticationMethod.PASSWORD).begin("plain");

    assertThatThrownBy(() -> exchange.respond(response("\0")))
        .hasMessage("empty password returned by client");
  }

  @Test
  void givesUnknownUsersTheSameSaltEachTime() {
    String first = serverFirst("nobody");
    String second = serverFirst("nobody");

    assertThat(first.substring(first.indexOf(",s=")))
        .isEqualTo(second.substring(second.indexOf(",s=")))
        .isNotEqualTo(serverFirst("nobody else"));
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void refusesMechanismsThatWereNotOffered() {
    AuthenticationExchange exchange =
        authenticator(AuthenticationMethod.SCRAM_SHA_256).begin("plain");

    assertThatThrownBy(() -> exchange.respond(response("PLAIN\0\0\0\0\0")))
        .hasMessage("client selected an invalid SASL authentication mechanism");
  }

  private String serverFirst(String user) {
    AuthenticationExchange exchange = authenticator(AuthenticationMethod.SCRAM_SHA_256).begin(user);
    Continue step = (Continue) exchange.respond(response("SCRAM-SHA-256\0\0\0\0\13n,,n=,r=abc"));
    AuthenticationSASLContinue request = (AuthenticationSASLContinue) step.request();
    return new String(request.data(), StandardCharsets.US_ASCII);
  }

  private Authenticator authenticator(AuthenticationMethod method) {
    return new Authenticator(method, users, Optional.of(new byte[32]));
  }

  private static void check(
      AuthenticationExchange exchange, String user, String answer, boolean right) {
    AuthenticationResponse response = response(answer + "\0");
    if (right) {
      assertThat(exchange.respond(response)).isEqualTo(new Authenticated(null));
    } else {
      assertThatThrownBy(() -> exchange.respond(response))
          .hasMessage("password authentication failed for user \"" + user + "\"");
    }
  }

  private static AuthenticationResponse response(String body) {
    return new AuthenticationResponse(body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
