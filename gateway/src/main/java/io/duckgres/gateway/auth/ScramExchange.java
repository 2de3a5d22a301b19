package io.duckgres.gateway.auth;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The server's side of SCRAM-SHA-256 and SCRAM-SHA-256-PLUS: two messages from the client, two
 * answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc7677">RFC 7677</a>; errors are those of PostgreSQL's
 *     auth-scram.c
 */
final class ScramExchange {
  /** The only channel binding, RFC 5929. */
  private static final String BINDING = "tls-server-end-point";

  enum State {
    CONTINUE,
    SUCCESS,
    FAILURE
  }

  /** The answer, empty for a failure, and where it leaves the exchange. */
  record Outcome(State state, String message) {}

  private final ScramVerifier verifier;
  private final boolean userExists;
  private final Optional<byte[]> endPoint;
  private final String serverNonce;
  private boolean binds;
  private char bindingFlag;
  private String clientFirstBare;
  private String serverFirst;
  private String nonce;

  /**
   * Begins an exchange.
   *
   * @param userExists false for a mock exchange, which fails at its end whatever the client proves
   * @param serverNonce random bytes
   */
  ScramExchange(
      ScramVerifier verifier, boolean userExists, Optional<byte[]> endPoint, byte[] serverNonce) {
    this.verifier = verifier;
    this.userExists = userExists;
    this.endPoint = endPoint;
    this.serverNonce = Base64.getEncoder().encodeToString(serverNonce);
  }

  /** Says which of the two mechanisms the client selected. */
  void bindChannel(boolean plus) {
    binds = plus;
  }

  /**
   * Answers the client's next message.
   *
   * @throws PgException for a malformed message or one that binds another channel
   */
  Outcome respond(String message) {
    return serverFirst == null ? first(message) : last(message);
  }

  private Outcome first(String text) {
    ScramMessage message = new ScramMessage(text);
    readBindingFlag(message);
    if (message.peek() == 'a') {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED,
          "client uses authorization identity, but it is not supported");
    }
    if (message.peek() != ',') {
      throw ScramMessage.malformed(
          "Unexpected attribute \""
              + ScramMessage.printable(message.peek())
              + "\" in client-first-message.");
    }
    message.skip();
    clientFirstBare = message.remaining();
    if (message.peek() == 'm') {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED, "client requires an unsupported SCRAM extension");
    }
    // The name in the startup message counts, whatever stands here.
    message.value('n');
    String clientNonce = message.value('r');
    if (!clientNonce.chars().allMatch(character -> character >= 0x21 && character <= 0x7e)) {
      throw AuthenticationErrors.violation("non-printable characters in SCRAM nonce");
    }
    while (!message.atEnd()) {
      message.next();
    }
    nonce = clientNonce + serverNonce;
    serverFirst =
        "r="
            + nonce
            + ",s="
            + Base64.getEncoder().encodeToString(verifier.salt())
            + ",i="
            + verifier.iterations();
    return new Outcome(State.CONTINUE, serverFirst);
  }

  private void readBindingFlag(ScramMessage message) {
    bindingFlag = message.peek();
    switch (bindingFlag) {
      case 'n', 'y' -> {
        if (binds) {
          throw ScramMessage.malformed(
              "The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include"
                  + " channel binding data.");
        }
        if (bindingFlag == 'y' && endPoint.isPresent()) {
          // Somebody in between removed SCRAM-SHA-256-PLUS from our offer.
          throw new PgException(
                  SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                  "SCRAM channel binding negotiation error")
              .withDetail(
                  "The client supports SCRAM channel binding but thinks the server does not.  "
                      + "However, this server does support channel binding.");
        }
        message.skip();
        if (message.peek() != ',') {
          throw ScramMessage.malformed(
              "Comma expected, but found character \""
                  + ScramMessage.printable(message.peek())
                  + "\".");
        }
        message.skip();
      }
      case 'p' -> {
        if (!binds) {
          throw ScramMessage.malformed(
              "The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message"
                  + " includes channel binding data.");
        }
        String binding = message.value('p');
        if (!binding.equals(BINDING)) {
          throw AuthenticationErrors.violation(
              "unsupported SCRAM channel-binding type \"" + binding + "\"");
        }
      }
      default ->
          throw ScramMessage.malformed(
              "Unexpected channel-binding flag \"" + ScramMessage.printable(bindingFlag) + "\".");
    }
  }

  private Outcome last(String text) {
    ScramMessage message = new ScramMessage(text);
    checkBinding(message.value('c'));
    String finalNonce = message.value('r');
    int beforeProof;
    ScramMessage.Attribute attribute;
    do {
      beforeProof = message.position() - 1;
      attribute = message.next();
    } while (attribute.name() != 'p');
    byte[] proof = decodeProof(attribute.value());
    if (!message.atEnd()) {
      throw ScramMessage.malformed("Garbage found at the end of client-final-message.");
    }
    if (!finalNonce.equals(nonce)) {
      throw AuthenticationErrors.violation("invalid SCRAM response")
          .withDetail("Nonce does not match.");
    }
    String exchange = clientFirstBare + "," + serverFirst + "," + message.upTo(beforeProof);
    byte[] signed = exchange.getBytes(StandardCharsets.UTF_8);
    byte[] clientKey = Scram.xor(proof, Scram.hmac(verifier.storedKey(), signed));
    boolean proven = MessageDigest.isEqual(Scram.hash(clientKey), verifier.storedKey());
    byte[] signature = Scram.hmac(verifier.serverKey(), signed);
    if (!proven || !userExists) {
      return new Outcome(State.FAILURE, "");
    }
    return new Outcome(State.SUCCESS, "v=" + Base64.getEncoder().encodeToString(signature));
  }

  private void checkBinding(String given) {
    if (!binds) {
      // The flag that the client began with, in Base64: "n,," or "y,,".
      if (!given.equals(bindingFlag == 'n' ? "biws" : "eSws")) {
        throw AuthenticationErrors.violation(
            "unexpected SCRAM channel-binding attribute in client-final-message");
      }
      return;
    }
    byte[] header = ("p=" + BINDING + ",,").getBytes(StandardCharsets.US_ASCII);
    byte[] hash = endPoint.orElseThrow();
    byte[] expected = new byte[header.length + hash.length];
    System.arraycopy(header, 0, expected, 0, header.length);
    System.arraycopy(hash, 0, expected, header.length, hash.length);
    if (!given.equals(Base64.getEncoder().encodeToString(expected))) {
      throw new PgException(
          SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding check failed");
    }
  }

  private static byte[] decodeProof(String value) {
    try {
      byte[] proof = Base64.getDecoder().decode(value);
      if (proof.length == Scram.KEY_LENGTH) {
        return proof;
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as to a proof of another length.
    }
    throw ScramMessage.malformed("Malformed proof in client-final-message.");
  }
}
