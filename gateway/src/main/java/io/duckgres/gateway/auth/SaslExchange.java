package io.duckgres.gateway.auth;

import io.duckgres.gateway.wire.BackendMessage.Authentication;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASL;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASLContinue;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASLFinal;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import io.duckgres.gateway.wire.FrontendMessage.SASLInitialResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame around SCRAM: mechanisms are offered, one is selected, its messages are carried. */
final class SaslExchange implements AuthenticationExchange {
  /** PG_MAX_SASL_MESSAGE_LENGTH of auth-sasl.c. */
  private static final int MAX_MESSAGE_LENGTH = 1024;

  private static final String SCRAM = "SCRAM-SHA-256";
  private static final String SCRAM_PLUS = "SCRAM-SHA-256-PLUS";

  private final String user;
  private final ScramExchange scram;
  private final List<String> mechanisms;
  private boolean selected;

  SaslExchange(String user, ScramExchange scram, boolean bindsChannels) {
    this.user = user;
    this.scram = scram;
    this.mechanisms = bindsChannels ? List.of(SCRAM_PLUS, SCRAM) : List.of(SCRAM);
  }

  @Override
  public Authentication firstRequest() {
    return new AuthenticationSASL(mechanisms);
  }

  @Override
  public Step respond(AuthenticationResponse response) {
    if (response.body().length > MAX_MESSAGE_LENGTH) {
      throw AuthenticationErrors.violation("malformed SCRAM message");
    }
    byte[] data = selected ? response.saslResponse().data() : select(response);
    if (data == null) {
      return new Continue(new AuthenticationSASLContinue(new byte[0]));
    }
    ScramExchange.Outcome outcome = scram.respond(new String(data, StandardCharsets.UTF_8));
    byte[] message = outcome.message().getBytes(StandardCharsets.UTF_8);
    return switch (outcome.state()) {
      case CONTINUE -> new Continue(new AuthenticationSASLContinue(message));
      case SUCCESS -> new Authenticated(new AuthenticationSASLFinal(message));
      case FAILURE -> throw AuthenticationErrors.passwordFailed(user);
    };
  }

  @Override
  public String expectedResponse() {
    return "SASL response";
  }

  private byte[] select(AuthenticationResponse response) {
    if (!mechanisms.contains(response.saslMechanism())) {
      throw AuthenticationErrors.violation(
          "client selected an invalid SASL authentication mechanism");
    }
    SASLInitialResponse initial = response.saslInitialResponse();
    scram.bindChannel(initial.mechanism().equals(SCRAM_PLUS));
    selected = true;
    return initial.data();
  }
}
