package io.duckgres.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.auth.ScramExchange.State;
import io.duckgres.pgtype.PgException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScramExchangeTest {
  private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
  private static final ScramVerifier PENCIL = ScramVerifier.of("pencil", SALT, 4096);
  private static final Optional<byte[]> END_POINT = Optional.of(new byte[] {1, 2, 3});

  /** The server nonce of RFC 7677's example is no Base64; the messages' other parts are its own. */
  @Test
  void verifiesTheProofOfRfc7677() {
    String authMessage =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            + "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            + "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    byte[] signed = authMessage.getBytes(StandardCharsets.US_ASCII);
    byte[] proof = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");

    byte[] clientKey = Scram.xor(proof, Scram.hmac(PENCIL.storedKey(), signed));
    assertThat(Scram.hash(clientKey)).isEqualTo(PENCIL.storedKey());
    assertThat(Scram.hmac(PENCIL.serverKey(), signed))
        .isEqualTo(Base64.getDecoder().decode("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
  }

  @Test
  void acceptsTheRightPasswordAndProvesItself() {
    ScramExchange exchange = exchange(true, false);
    String serverFirst = exchange.respond("n,,n=,r=abc").message();
    ScramClient client = new ScramClient("pencil", "n=,r=abc", "biws");

    ScramExchange.Outcome outcome = exchange.respond(client.last(serverFirst));

    assertThat(outcome.state()).isEqualTo(State.SUCCESS);
    assertThat(outcome.message()).isEqualTo("v=" + client.expectedSignature());
  }

  @Test
  void rejectsAnotherPassword() {
    ScramExchange exchange = exchange(true, false);
    String serverFirst = exchange.respond("n,,n=,r=abc").message();

    String last = new ScramClient("pen", "n=,r=abc", "biws").last(serverFirst);

    assertThat(exchange.respond(last).state()).isEqualTo(State.FAILURE);
  }

  @Test
  void rejectsAnUnknownUserWhateverItProves() {
    ScramExchange exchange = exchange(false, false);
    String serverFirst = exchange.respond("n,,n=,r=abc").message();

    String last = new ScramClient("pencil", "n=,r=abc", "biws").last(serverFirst);

    assertThat(exchange.respond(last).state()).isEqualTo(State.FAILURE);
  }

  @Test
  void bindsTheChannel() {
    ScramExchange exchange = exchange(true, true);
    String serverFirst = exchange.respond("p=tls-server-end-point,,n=,r=abc").message();
    String binding = base64("p=tls-server-end-point,,\1\2\3".getBytes(StandardCharsets.ISO_8859_1));

    String last = new ScramClient("pencil", "n=,r=abc", binding).last(serverFirst);

    assertThat(exchange.respond(last).state()).isEqualTo(State.SUCCESS);
  }

  @Test
  void rejectsAnotherChannel() {
    ScramExchange exchange = exchange(true, true);
    String serverFirst = exchange.respond("p=tls-server-end-point,,n=,r=abc").message();
    String binding = base64("p=tls-server-end-point,,\1\2\4".getBytes(StandardCharsets.ISO_8859_1));
    String last = new ScramClient("pencil", "n=,r=abc", binding).last(serverFirst);

    assertThatThrownBy(() -> exchange.respond(last))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.state().code()).isEqualTo("28000"))
        .hasMessage("SCRAM channel binding check failed");
  }

  /** Recorded on PostgreSQL 17.10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "false|n,,x=,r=abc|08P01|malformed SCRAM message|Expected attribute \"n\" but found \"'x'\".",
        "true|n,,n=,r=abc|08P01|malformed SCRAM message|The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include channel binding data.",
        "false|y,,n=,r=abc|28000|SCRAM channel binding negotiation error|The client supports SCRAM channel binding but thinks the server does not.  However, this server does support channel binding.",
        "true|p=tls-unique,,n=,r=abc|08P01|unsupported SCRAM channel-binding type \"tls-unique\"|",
        "false|p=tls-server-end-point,,n=,r=abc|08P01|malformed SCRAM message|The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message includes channel binding data.",
        "false|n,a=x,n=,r=abc|0A000|client uses authorization identity, but it is not supported|",
        "false|n,,m=x,n=,r=abc|0A000|client requires an unsupported SCRAM extension|",
        "false|n,,n=|08P01|malformed SCRAM message|Expected attribute \"r\" but found \"0x00\".",
        "false|n,,n=,r=a\u0001c|08P01|non-printable characters in SCRAM nonce|"
      })
  void answersMalformedFirstMessagesAsPostgres(
      boolean plus, String message, String state, String text, String detail) {
    ScramExchange exchange = exchange(true, plus);

    assertThatThrownBy(() -> exchange.respond(message))
        .hasMessage(text)
        .isInstanceOfSatisfying(
            PgException.class,
            e -> {
              assertThat(e.state().code()).isEqualTo(state);
              assertThat(e.detail()).isEqualTo(detail);
            });
  }

  /** Recorded on PostgreSQL 17.10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "c=biws,r=zzz,p=AAAA|malformed SCRAM message|Malformed proof in client-final-message.",
        "c=xx,r=zzz,p=AAAA|unexpected SCRAM channel-binding attribute in client-final-message|"
      })
  void answersMalformedFinalMessagesAsPostgres(String message, String text, String detail) {
    ScramExchange exchange = exchange(true, false);
    exchange.respond("n,,n=,r=abc");

    assertThatThrownBy(() -> exchange.respond(message))
        .hasMessage(text)
        .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.detail()).isEqualTo(detail));
  }

  private static ScramExchange exchange(boolean userExists, boolean plus) {
    ScramExchange exchange = new ScramExchange(PENCIL, userExists, END_POINT, new byte[18]);
    exchange.bindChannel(plus);
    return exchange;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The client's side, as RFC 5802 describes it. */
  private static final class ScramClient {
    private final String password;
    private final String firstBare;
    private final String binding;
    private byte[] salted;
    private byte[] signed;

    ScramClient(String password, String firstBare, String binding) {
      this.password = password;
      this.firstBare = firstBare;
      this.binding = binding;
    }

    String last(String serverFirst) {
      String nonce = serverFirst.substring(2, serverFirst.indexOf(",s="));
      String withoutProof = "c=" + binding + ",r=" + nonce;
      salted = Scram.saltedPassword(password.getBytes(StandardCharsets.UTF_8), SALT, 4096);
      signed =
          (firstBare + "," + serverFirst + "," + withoutProof).getBytes(StandardCharsets.UTF_8);
      byte[] clientKey = Scram.hmac(salted, "Client Key".getBytes(StandardCharsets.UTF_8));
      byte[] proof = Scram.xor(clientKey, Scram.hmac(Scram.hash(clientKey), signed));
      return withoutProof + ",p=" + base64(proof);
    }

    String expectedSignature() {
      byte[] serverKey = Scram.hmac(salted, "Server Key".getBytes(StandardCharsets.UTF_8));
      return base64(Scram.hmac(serverKey, signed));
    }
  }
}
