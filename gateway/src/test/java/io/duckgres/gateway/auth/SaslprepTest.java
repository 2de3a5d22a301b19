package io.duckgres.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaslprepTest {
  /** The examples of RFC 4013, section 3; what it prohibits stays as it is, as in PostgreSQL. */
  @ParameterizedTest
  @CsvSource({
    "user, user",
    "USER, USER",
    "I\u00adX, IX",
    "\u00aa, a",
    "\u2168, IX",
    "a\u00a0b, a b",
    "\u0007, \u0007",
    "\u06271, \u06271",
    "\uff50\ud83d\ude00, \uff50\ud83d\ude00"
  })
  void preparesPasswords(String password, String prepared) {
    assertThat(new String(Saslprep.prepare(password), StandardCharsets.UTF_8)).isEqualTo(prepared);
  }
}
