package io.duckgres.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.wire.BackendMessage.AuthenticationMD5Password;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationOk;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASL;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASLContinue;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationSASLFinal;
import io.duckgres.gateway.wire.BackendMessage.BackendKeyData;
import io.duckgres.gateway.wire.BackendMessage.BindComplete;
import io.duckgres.gateway.wire.BackendMessage.CloseComplete;
import io.duckgres.gateway.wire.BackendMessage.CommandComplete;
import io.duckgres.gateway.wire.BackendMessage.CopyBothResponse;
import io.duckgres.gateway.wire.BackendMessage.CopyData;
import io.duckgres.gateway.wire.BackendMessage.CopyDone;
import io.duckgres.gateway.wire.BackendMessage.CopyInResponse;
import io.duckgres.gateway.wire.BackendMessage.CopyOutResponse;
import io.duckgres.gateway.wire.BackendMessage.DataRow;
import io.duckgres.gateway.wire.BackendMessage.EmptyQueryResponse;
import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.BackendMessage.NegotiateProtocolVersion;
import io.duckgres.gateway.wire.BackendMessage.NoData;
import io.duckgres.gateway.wire.BackendMessage.NotificationResponse;
import io.duckgres.gateway.wire.BackendMessage.ParameterDescription;
import io.duckgres.gateway.wire.BackendMessage.ParameterStatus;
import io.duckgres.gateway.wire.BackendMessage.ParseComplete;
import io.duckgres.gateway.wire.BackendMessage.PortalSuspended;
import io.duckgres.gateway.wire.BackendMessage.ReadyForQuery;
import io.duckgres.gateway.wire.BackendMessage.RowDescription;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgException.ErrorObject;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackendMessageTest {

  /** Each message, its type and its body; in a body {@code .} stands for a zero byte. */
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(new AuthenticationOk(), 'R', "...."),
        Arguments.of(new BackendMessage.AuthenticationCleartextPassword(), 'R', "...\3"),
        Arguments.of(new AuthenticationMD5Password(bytes("salt")), 'R', "...\5salt"),
        Arguments.of(
            new AuthenticationSASL(List.of("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256")),
            'R',
            "...\nSCRAM-SHA-256-PLUS.SCRAM-SHA-256.."),
        Arguments.of(new AuthenticationSASLContinue(bytes("r=1")), 'R', "...\13r=1"),
        Arguments.of(new AuthenticationSASLFinal(bytes("v=1")), 'R', "...\14v=1"),
        Arguments.of(
            new NegotiateProtocolVersion(ProtocolVersion.V3_2, List.of("_pq_,a", "_pq_,b")),
            'v',
            ".\3.\2...\2_pq_,a._pq_,b."),
        Arguments.of(new BackendKeyData(7, bytes("1234")), 'K', "...\0071234"),
        Arguments.of(new ParameterStatus("TimeZone", "UTC"), 'S', "TimeZone.UTC."),
        Arguments.of(new ReadyForQuery(TransactionStatus.IDLE), 'Z', "I"),
        Arguments.of(new ReadyForQuery(TransactionStatus.IN_TRANSACTION), 'Z', "T"),
        Arguments.of(new ReadyForQuery(TransactionStatus.FAILED), 'Z', "E"),
        Arguments.of(
            new RowDescription(
                List.of(new FieldDescription("a", 1, (short) 2, 23, (short) 4, 5, (short) 1))),
            'T',
            ".\1a....\1.\2...\27.\4...\5.\1"),
        Arguments.of(
            new DataRow(Arrays.asList(bytes("x"), null)), 'D', ".\2...\1x\377\377\377\377"),
        Arguments.of(new CommandComplete("SELECT 1"), 'C', "SELECT 1."),
        Arguments.of(new EmptyQueryResponse(), 'I', ""),
        Arguments.of(new ParseComplete(), '1', ""),
        Arguments.of(new BindComplete(), '2', ""),
        Arguments.of(new CloseComplete(), '3', ""),
        Arguments.of(new NoData(), 'n', ""),
        Arguments.of(new PortalSuspended(), 's', ""),
        Arguments.of(new ParameterDescription(List.of(23, 25)), 't', ".\2...\27...\31"),
        Arguments.of(new CopyInResponse((byte) 0, List.of((short) 0)), 'G', "..\1.."),
        Arguments.of(new CopyOutResponse((byte) 1, List.of((short) 1)), 'H', "\1.\1.\1"),
        Arguments.of(new CopyBothResponse((byte) 0, List.of()), 'W', "..."),
        Arguments.of(new CopyData(bytes("1\t2\n")), 'd', "1\t2\n"),
        Arguments.of(new CopyDone(), 'c', ""),
        Arguments.of(new NotificationResponse(9, "channel", "load"), 'A', "...\tchannel.load."));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void writesTypeLengthAndBody(BackendMessage message, char type, String body) {
    ByteBuf out = Unpooled.buffer();
    BackendMessageWriter.write(out, message);

    assertThat((char) out.readByte()).isEqualTo(type);
    assertThat(out.readInt()).isEqualTo(body.length() + 4);
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(body.replace('.', '\0'));
  }

  @Test
  void writesErrorFieldsInPostgresOrder() {
    PgException error =
        new PgException(SqlState.UNIQUE_VIOLATION, "duplicate key")
            .withDetail("detail")
            .withHint("hint")
            .withPosition(8)
            .withWhere("context")
            .withObject(new ErrorObject("s", "t", "c", "d", "n"));
    ByteBuf out = Unpooled.buffer();
    BackendMessageWriter.write(out, new ErrorResponse(Severity.ERROR, error));

    assertThat(out.toString(5, out.readableBytes() - 5, StandardCharsets.UTF_8))
        .isEqualTo(
            "SERROR\0VERROR\0C23505\0Mduplicate key\0Ddetail\0Hhint\0P8\0Wcontext\0"
                + "ss\0tt\0cc\0dd\0nn\0\0");
  }

  @Test
  void writesManyMessagesIntoOneBuffer() {
    ByteBuf out = Unpooled.buffer();
    BackendMessageWriter.write(out, new ParseComplete());
    BackendMessageWriter.write(out, new CommandComplete("é"));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\0\0\0\4C\0\0\0\7é\0");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
