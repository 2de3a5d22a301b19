package io.duckgres.gateway.wire;

import io.duckgres.pgtype.PgException;
import java.util.List;
import java.util.Map;

/**
 * A message from the client. Arrays are handed over and not copied: nobody changes them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-message-formats.html">Message
 *     formats</a>
 */
public sealed interface FrontendMessage {

  /** A packet that only the beginning of a connection may hold; it has no type byte. */
  sealed interface StartupPacket extends FrontendMessage {}

  /** A message that belongs to the extended query protocol: after an error it is skipped. */
  sealed interface ExtendedQueryMessage extends FrontendMessage {}

  /** A message that says how COPY FROM STDIN goes on. */
  sealed interface CopyMessage extends FrontendMessage {}

  /** What Describe and Close are about. */
  enum Target {
    STATEMENT('S'),
    PORTAL('P');

    private final char code;

    Target(char code) {
      this.code = code;
    }

    /** The letter of the message. */
    public char code() {
      return code;
    }
  }

  /**
   * The beginning of a session.
   *
   * @param version the version that the client asks for; its major number is 3
   * @param parameters name to value in the client's order, {@code user} among them; protocol
   *     extensions are not here
   * @param protocolExtensions names that begin with {@code _pq_.}, none of which we know
   */
  record StartupMessage(
      ProtocolVersion version, Map<String, String> parameters, List<String> protocolExtensions)
      implements StartupPacket {
    /** The user, never empty. */
    public String user() {
      return parameters.get("user");
    }

    /** The database, the user's name when the client names none. */
    public String database() {
      String database = parameters.get("database");
      return database == null || database.isEmpty() ? user() : database;
    }
  }

  /** Asks for TLS. */
  record SSLRequest() implements StartupPacket {}

  /** Asks for encryption by GSSAPI. */
  record GSSENCRequest() implements StartupPacket {}

  /** Asks to cancel what another connection runs. */
  record CancelRequest(int processId, byte[] secretKey) implements StartupPacket {}

  /**
   * A message of type {@code p}. What it holds depends on what the server asked for, hence the
   * methods.
   *
   * @param body the message without type and length
   */
  record AuthenticationResponse(byte[] body) implements FrontendMessage {
    /** Reads it as a password. */
    public PasswordMessage password() {
      return FrontendMessageReader.password(body);
    }

    /** The mechanism of the first message of a SASL exchange. */
    public String saslMechanism() {
      return FrontendMessageReader.saslMechanism(body);
    }

    /** Reads it as the first message of a SASL exchange. */
    public SASLInitialResponse saslInitialResponse() {
      return FrontendMessageReader.saslInitialResponse(body);
    }

    /** Reads it as a later message of a SASL exchange. */
    public SASLResponse saslResponse() {
      return new SASLResponse(body);
    }
  }

  /** A password or its MD5 digest. */
  record PasswordMessage(String password) implements FrontendMessage {}

  /**
   * The first message of a SASL exchange.
   *
   * @param data the mechanism's first message; null when the client sends none
   */
  record SASLInitialResponse(String mechanism, byte[] data) implements FrontendMessage {}

  /** A later message of a SASL exchange. */
  record SASLResponse(byte[] data) implements FrontendMessage {}

  /** A simple query: SQL text of any number of statements. */
  record Query(String sql) implements FrontendMessage {}

  /**
   * Prepares a statement.
   *
   * @param statement its name, empty for the unnamed one
   * @param parameterTypes OIDs, 0 where the server shall infer; may be fewer than parameters
   */
  record Parse(String statement, String sql, List<Integer> parameterTypes)
      implements ExtendedQueryMessage {}

  /**
   * Makes a portal of a prepared statement.
   *
   * @param parameterFormats none (all text), one (for all) or one for each parameter
   * @param parameters values, null for NULL
   * @param resultFormats none (all text), one (for all) or one for each column
   */
  record Bind(
      String portal,
      String statement,
      List<Short> parameterFormats,
      List<byte[]> parameters,
      List<Short> resultFormats)
      implements ExtendedQueryMessage {}

  /** Asks for the shape of a statement or portal. */
  record Describe(Target target, String name) implements ExtendedQueryMessage {}

  /**
   * Runs a portal.
   *
   * @param rowLimit how many rows at most; 0 or less for all
   */
  record Execute(String portal, int rowLimit) implements ExtendedQueryMessage {}

  /** Closes a statement or portal. */
  record Close(Target target, String name) implements ExtendedQueryMessage {}

  /** Asks the server to send what it holds back. */
  record Flush() implements ExtendedQueryMessage {}

  /** Ends a pipeline's unit. */
  record Sync() implements FrontendMessage {}

  /** Ends the session. */
  record Terminate() implements FrontendMessage {}

  /** A piece of COPY data; pieces end anywhere. */
  record CopyData(byte[] data) implements CopyMessage {}

  /** The end of the COPY data. */
  record CopyDone() implements CopyMessage {}

  /** The client gives up COPY. */
  record CopyFail(String message) implements CopyMessage {}

  /** A call by function OID, which PostgreSQL calls obsolete; its body is not read. */
  record FunctionCall(int functionOid) implements FrontendMessage {}

  /**
   * A message with a readable frame and an unreadable body.
   *
   * @param type the type byte
   * @param error what PostgreSQL answers when the message's turn comes
   */
  record Malformed(char type, PgException error) implements FrontendMessage {}

  /**
   * Another message than the answer to an authentication request. Nothing follows it.
   *
   * @param type the type byte
   */
  record UnexpectedInAuthentication(char type) implements FrontendMessage {}

  /**
   * The end of what can be read: message boundaries are lost. Nothing follows it.
   *
   * @param error the FATAL error to answer; null when PostgreSQL closes without a word
   * @param reason for the log
   */
  record Unreadable(PgException error, String reason) implements FrontendMessage {}
}
