package io.duckgres.gateway.wire;

import io.duckgres.pgtype.PgException;
import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * A message from the server. Arrays are handed over and not copied: nobody changes them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-message-formats.html">Message
 *     formats</a>
 */
public sealed interface BackendMessage {

  /** The type byte. */
  char type();

  /** Appends all that follows the length; nothing unless the message has a body. */
  default void writeBody(ByteBuf out) {}

  /** A message of type {@code R}: authentication goes on or is done. */
  sealed interface Authentication extends BackendMessage {
    @Override
    default char type() {
      return 'R';
    }
  }

  /** The client is who it says. */
  record AuthenticationOk() implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(0);
    }
  }

  /** Asks for the password itself. */
  record AuthenticationCleartextPassword() implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(3);
    }
  }

  /** Asks for the password's MD5 digest with these four bytes of salt. */
  record AuthenticationMD5Password(byte[] salt) implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(5);
      out.writeBytes(salt);
    }
  }

  /** Offers SASL mechanisms, the preferred one first. */
  record AuthenticationSASL(List<String> mechanisms) implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(10);
      mechanisms.forEach(mechanism -> BackendMessageWriter.string(out, mechanism));
      out.writeByte(0);
    }
  }

  /** The mechanism's next challenge. */
  record AuthenticationSASLContinue(byte[] data) implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(11);
      out.writeBytes(data);
    }
  }

  /** The mechanism's last words. */
  record AuthenticationSASLFinal(byte[] data) implements Authentication {
    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(12);
      out.writeBytes(data);
    }
  }

  /**
   * Tells a client that asked for more what we speak.
   *
   * @param version the newest version that we speak with this client
   * @param unknownExtensions names of the protocol extensions that we don't know
   */
  record NegotiateProtocolVersion(ProtocolVersion version, List<String> unknownExtensions)
      implements BackendMessage {
    @Override
    public char type() {
      return 'v';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(version.code());
      out.writeInt(unknownExtensions.size());
      unknownExtensions.forEach(name -> BackendMessageWriter.string(out, name));
    }
  }

  /** The key for a CancelRequest: 4 bytes in protocol 3.0, up to 256 in 3.2. */
  record BackendKeyData(int processId, byte[] secretKey) implements BackendMessage {
    @Override
    public char type() {
      return 'K';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(processId);
      out.writeBytes(secretKey);
    }
  }

  /** A run-time parameter's value. */
  record ParameterStatus(String name, String value) implements BackendMessage {
    @Override
    public char type() {
      return 'S';
    }

    @Override
    public void writeBody(ByteBuf out) {
      BackendMessageWriter.string(out, name);
      BackendMessageWriter.string(out, value);
    }
  }

  /** The server waits for the next query. */
  record ReadyForQuery(TransactionStatus status) implements BackendMessage {
    @Override
    public char type() {
      return 'Z';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeByte(status.code());
    }
  }

  /** The columns of the rows to come. */
  record RowDescription(List<FieldDescription> fields) implements BackendMessage {
    @Override
    public char type() {
      return 'T';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeShort(fields.size());
      fields.forEach(field -> field.write(out));
    }
  }

  /** A row: values in their columns' formats, null for NULL. */
  record DataRow(List<byte[]> values) implements BackendMessage {
    @Override
    public char type() {
      return 'D';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeShort(values.size());
      for (byte[] value : values) {
        if (value == null) {
          out.writeInt(-1);
        } else {
          out.writeInt(value.length);
          out.writeBytes(value);
        }
      }
    }
  }

  /** A statement is done; the tag says what it did, for instance {@code INSERT 0 1}. */
  record CommandComplete(String tag) implements BackendMessage {
    @Override
    public char type() {
      return 'C';
    }

    @Override
    public void writeBody(ByteBuf out) {
      BackendMessageWriter.string(out, tag);
    }
  }

  /** The query string held no statement. */
  record EmptyQueryResponse() implements BackendMessage {
    @Override
    public char type() {
      return 'I';
    }
  }

  /** An error: {@code ERROR} ends the statement, {@code FATAL} the session. */
  record ErrorResponse(Severity severity, PgException error) implements BackendMessage {
    @Override
    public char type() {
      return 'E';
    }

    @Override
    public void writeBody(ByteBuf out) {
      ErrorFields.write(out, severity, error);
    }
  }

  /** A notice; the exception is its fields' carrier and is never thrown. */
  record NoticeResponse(Severity severity, PgException notice) implements BackendMessage {
    @Override
    public char type() {
      return 'N';
    }

    @Override
    public void writeBody(ByteBuf out) {
      ErrorFields.write(out, severity, notice);
    }
  }

  /** Answers Parse. */
  record ParseComplete() implements BackendMessage {
    @Override
    public char type() {
      return '1';
    }
  }

  /** Answers Bind. */
  record BindComplete() implements BackendMessage {
    @Override
    public char type() {
      return '2';
    }
  }

  /** Answers Close. */
  record CloseComplete() implements BackendMessage {
    @Override
    public char type() {
      return '3';
    }
  }

  /** The described statement returns no rows. */
  record NoData() implements BackendMessage {
    @Override
    public char type() {
      return 'n';
    }
  }

  /** Execute's row limit was reached before the end. */
  record PortalSuspended() implements BackendMessage {
    @Override
    public char type() {
      return 's';
    }
  }

  /** The types of a statement's parameters. */
  record ParameterDescription(List<Integer> typeOids) implements BackendMessage {
    @Override
    public char type() {
      return 't';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeShort(typeOids.size());
      typeOids.forEach(out::writeInt);
    }
  }

  /**
   * The server waits for COPY data.
   *
   * @param format 0 text, 1 binary, for the whole
   * @param columnFormats one for each column
   */
  record CopyInResponse(byte format, List<Short> columnFormats) implements BackendMessage {
    @Override
    public char type() {
      return 'G';
    }

    @Override
    public void writeBody(ByteBuf out) {
      BackendMessageWriter.copyFormats(out, format, columnFormats);
    }
  }

  /** COPY data follow. */
  record CopyOutResponse(byte format, List<Short> columnFormats) implements BackendMessage {
    @Override
    public char type() {
      return 'H';
    }

    @Override
    public void writeBody(ByteBuf out) {
      BackendMessageWriter.copyFormats(out, format, columnFormats);
    }
  }

  /** COPY data flow both ways (streaming replication only). */
  record CopyBothResponse(byte format, List<Short> columnFormats) implements BackendMessage {
    @Override
    public char type() {
      return 'W';
    }

    @Override
    public void writeBody(ByteBuf out) {
      BackendMessageWriter.copyFormats(out, format, columnFormats);
    }
  }

  /** A piece of COPY data. */
  record CopyData(byte[] data) implements BackendMessage {
    @Override
    public char type() {
      return 'd';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeBytes(data);
    }
  }

  /** The end of the COPY data. */
  record CopyDone() implements BackendMessage {
    @Override
    public char type() {
      return 'c';
    }
  }

  /** NOTIFY reached a LISTENing session. */
  record NotificationResponse(int processId, String channel, String payload)
      implements BackendMessage {
    @Override
    public char type() {
      return 'A';
    }

    @Override
    public void writeBody(ByteBuf out) {
      out.writeInt(processId);
      BackendMessageWriter.string(out, channel);
      BackendMessageWriter.string(out, payload);
    }
  }
}
