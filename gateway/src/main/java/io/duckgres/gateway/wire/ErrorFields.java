package io.duckgres.gateway.wire;

import io.duckgres.pgtype.PgException;
import io.netty.buffer.ByteBuf;

/**
 * The fields of ErrorResponse and NoticeResponse in the order in which PostgreSQL sends them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-error-fields.html">Error fields</a>
 */
final class ErrorFields {
  private ErrorFields() {}

  static void write(ByteBuf out, Severity severity, PgException error) {
    field(out, 'S', severity.name());
    field(out, 'V', severity.name());
    field(out, 'C', error.state().code());
    String message = error.getMessage();
    field(out, 'M', message == null ? "missing error text" : message);
    field(out, 'D', error.detail());
    field(out, 'H', error.hint());
    field(out, 'P', error.position() > 0 ? Integer.toString(error.position()) : null);
    field(out, 'W', error.where());
    field(out, 's', error.object().schema());
    field(out, 't', error.object().table());
    field(out, 'c', error.object().column());
    field(out, 'd', error.object().dataType());
    field(out, 'n', error.object().constraint());
    out.writeByte(0);
  }

  private static void field(ByteBuf out, char code, String value) {
    if (value != null) {
      out.writeByte(code);
      // A null character would end the field early and garble the message.
      BackendMessageWriter.string(out, value.replace('\0', ' '));
    }
  }
}
