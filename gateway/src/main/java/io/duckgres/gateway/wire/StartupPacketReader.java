package io.duckgres.gateway.wire;

import io.duckgres.gateway.wire.FrontendMessage.CancelRequest;
import io.duckgres.gateway.wire.FrontendMessage.GSSENCRequest;
import io.duckgres.gateway.wire.FrontendMessage.SSLRequest;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import io.duckgres.gateway.wire.FrontendMessage.StartupPacket;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the packets without a type byte that begin a connection, with the limits and errors of
 * PostgreSQL's ProcessStartupPacket (backend_startup.c).
 */
public final class StartupPacketReader {
  private static final int MAX_LENGTH = 10_000;
  private static final int CANCEL_REQUEST_CODE = 80877102;
  private static final int SSL_REQUEST_CODE = 80877103;
  private static final int GSSENC_REQUEST_CODE = 80877104;
  private static final int MAX_CANCEL_KEY_LENGTH = 256;

  private StartupPacketReader() {}

  /** Which requests for encryption the connection may still make. */
  public record Allowed(boolean sslRequest, boolean gssencRequest) {
    /** Inside TLS: neither. */
    public static final Allowed NEITHER = new Allowed(false, false);
  }

  /** A packet whose length no startup packet has: the connection is closed without an answer. */
  public static final class InvalidLengthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidLengthException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads one packet.
   *
   * @param in positioned at the packet's length; moved behind the packet when it is complete
   * @return null when the packet is not complete yet
   * @throws PgException the FATAL error to answer
   * @throws InvalidLengthException when there is nothing to answer
   */
  public static StartupPacket read(ByteBuf in, Allowed allowed) {
    if (in.readableBytes() < 4) {
      return null;
    }
    int length = in.getInt(in.readerIndex()) - 4;
    if (length < 4 || length > MAX_LENGTH) {
      throw new InvalidLengthException("invalid length of startup packet");
    }
    if (in.readableBytes() < 4 + length) {
      return null;
    }
    in.skipBytes(4);
    ByteBuf body = in.readSlice(length);
    int code = body.readInt();
    if (code == CANCEL_REQUEST_CODE) {
      return cancelRequest(body);
    }
    if (code == SSL_REQUEST_CODE && allowed.sslRequest()) {
      return new SSLRequest();
    }
    if (code == GSSENC_REQUEST_CODE && allowed.gssencRequest()) {
      return new GSSENCRequest();
    }
    return startupMessage(ProtocolVersion.ofCode(code), body);
  }

  private static CancelRequest cancelRequest(ByteBuf body) {
    // Protocol 3.2 lets the key be up to 256 bytes long.
    if (body.readableBytes() <= 4 || body.readableBytes() > 4 + MAX_CANCEL_KEY_LENGTH) {
      throw new InvalidLengthException("invalid length of query cancel packet");
    }
    int processId = body.readInt();
    byte[] secretKey = new byte[body.readableBytes()];
    body.readBytes(secretKey);
    return new CancelRequest(processId, secretKey);
  }

  private static StartupMessage startupMessage(ProtocolVersion version, ByteBuf body) {
    if (version.major() != 3) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED,
          "unsupported frontend protocol "
              + version
              + ": server supports "
              + ProtocolVersion.V3_0
              + " to "
              + ProtocolVersion.V3_2);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> extensions = new ArrayList<>();
    MessageBody fields = new MessageBody(body);
    while (body.isReadable() && body.getByte(body.readerIndex()) != 0) {
      if (body.bytesBefore((byte) 0) < 0) {
        throw missingTerminator();
      }
      String name = fields.string();
      if (body.bytesBefore((byte) 0) < 0) {
        throw missingTerminator();
      }
      String value = fields.string();
      if (name.startsWith("_pq_.")) {
        extensions.add(name);
      } else {
        parameters.put(name, value);
      }
    }
    if (body.readableBytes() != 1) {
      throw missingTerminator();
    }
    if (parameters.getOrDefault("user", "").isEmpty()) {
      throw new PgException(
          SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
          "no PostgreSQL user name specified in startup packet");
    }
    return new StartupMessage(
        version, Collections.unmodifiableMap(parameters), List.copyOf(extensions));
  }

  private static PgException missingTerminator() {
    return MessageBody.violation("invalid startup packet layout: expected terminator as last byte");
  }
}
