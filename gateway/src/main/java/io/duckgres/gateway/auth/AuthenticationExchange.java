package io.duckgres.gateway.auth;

import io.duckgres.gateway.wire.BackendMessage.Authentication;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import io.duckgres.pgtype.PgException;

/** One client's authentication, message by message. Used by one thread at a time. */
public sealed interface AuthenticationExchange
    permits CleartextExchange, Md5Exchange, SaslExchange {

  /** What an answer leads to. */
  sealed interface Step {}

  /** The exchange goes on with this request. */
  record Continue(Authentication request) implements Step {}

  /**
   * The client is who it says.
   *
   * @param last what to send before AuthenticationOk, or null
   */
  record Authenticated(Authentication last) implements Step {}

  /** What to ask first. */
  Authentication firstRequest();

  /**
   * Judges the client's answer. May take milliseconds of computing.
   *
   * @throws PgException when authentication fails or the message is malformed; it is FATAL
   */
  Step respond(AuthenticationResponse response);

  /** The kind of answer expected, as PostgreSQL's error for another message names it. */
  String expectedResponse();
}
