package io.duckgres.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.wire.FrontendDecoder.Phase;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.CancelRequest;
import io.duckgres.gateway.wire.FrontendMessage.Close;
import io.duckgres.gateway.wire.FrontendMessage.CopyData;
import io.duckgres.gateway.wire.FrontendMessage.CopyDone;
import io.duckgres.gateway.wire.FrontendMessage.CopyFail;
import io.duckgres.gateway.wire.FrontendMessage.Describe;
import io.duckgres.gateway.wire.FrontendMessage.Execute;
import io.duckgres.gateway.wire.FrontendMessage.Flush;
import io.duckgres.gateway.wire.FrontendMessage.FunctionCall;
import io.duckgres.gateway.wire.FrontendMessage.Malformed;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.FrontendMessage.Target;
import io.duckgres.gateway.wire.FrontendMessage.Terminate;
import io.duckgres.gateway.wire.FrontendMessage.UnexpectedInAuthentication;
import io.duckgres.gateway.wire.FrontendMessage.Unreadable;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontendDecoderTest {
  private final FrontendDecoder decoder =
      new FrontendDecoder(new MessageLimits(0x3ffffffe, 65_535));
  private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

  @Test
  void readsStartupMessage() {
    startup(196608, "user", "alice", "database", "sales", "_pq_.x", "1");

    StartupMessage message = channel.readInbound();
    assertThat(message.version()).isEqualTo(ProtocolVersion.V3_0);
    assertThat(message.user()).isEqualTo("alice");
    assertThat(message.database()).isEqualTo("sales");
    assertThat(message.protocolExtensions()).containsExactly("_pq_.x");
    assertThat(message.parameters()).containsOnlyKeys("user", "database");
  }

  @Test
  void databaseDefaultsToUser() {
    startup(196608, "user", "alice");

    assertThat(channel.<StartupMessage>readInbound().database()).isEqualTo("alice");
  }

  @Test
  void readsStartupMessageByteByByte() {
    ByteBuf packet = startupPacket(196610, "user", "alice");
    while (packet.isReadable()) {
      channel.writeInbound(Unpooled.copiedBuffer(packet.readSlice(1)));
    }

    assertThat(channel.<StartupMessage>readInbound().version()).isEqualTo(ProtocolVersion.V3_2);
  }

  @Test
  void readsCancelRequestWithLongKey() {
    ByteBuf packet = Unpooled.buffer().writeInt(12 + 32).writeInt(80877102).writeInt(7);
    channel.writeInbound(packet.writeBytes(new byte[32]));

    CancelRequest request = channel.readInbound();
    assertThat(request.processId()).isEqualTo(7);
    assertThat(request.secretKey()).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource({
    "262144, 0A000, unsupported frontend protocol 4.0: server supports 3.0 to 3.2",
    "131072, 0A000, unsupported frontend protocol 2.0: server supports 3.0 to 3.2",
    "80877103, 0A000, unsupported frontend protocol 1234.5679: server supports 3.0 to 3.2"
  })
  void refusesOtherProtocols(int code, String state, String text) {
    startup(code, "user", "alice");

    assertUnreadable(state, text);
  }

  @Test
  void refusesStartupWithoutUser() {
    startup(196608, "database", "x");

    assertUnreadable("28000", "no PostgreSQL user name specified in startup packet");
  }

  @Test
  void refusesStartupWithoutTerminator() {
    channel.writeInbound(
        Unpooled.buffer()
            .writeInt(8 + 11)
            .writeInt(196608)
            .writeBytes("user\0alice\0".getBytes(StandardCharsets.US_ASCII)));

    assertUnreadable("08P01", "invalid startup packet layout: expected terminator as last byte");
  }

  @ParameterizedTest
  @CsvSource({"7", "10005", "-1", "1195725856"})
  void closesWithoutAnswerAtImpossibleStartupLength(int length) {
    channel.writeInbound(Unpooled.buffer().writeInt(length));

    assertThat(channel.<Unreadable>readInbound())
        .isEqualTo(new Unreadable(null, "invalid length of startup packet"));
  }

  @Test
  void readsNothingAfterStartupUntilToldTo() throws Exception {
    ByteBuf packets = startupPacket(196608, "user", "alice");
    channel.writeInbound(packets.writeBytes(message('p', "secret\0")));

    assertThat(channel.<Object>readInbound()).isInstanceOf(StartupMessage.class);
    assertThat(channel.<Object>readInbound()).isNull();

    proceed(Phase.AUTHENTICATION);
    AuthenticationResponse response = channel.readInbound();
    assertThat(response.password().password()).isEqualTo("secret");
  }

  @Test
  void refusesOtherMessagesWhileAuthenticating() throws Exception {
    proceed(Phase.AUTHENTICATION);
    channel.writeInbound(message('Q', "select 1\0"));

    assertThat(channel.<Object>readInbound()).isEqualTo(new UnexpectedInAuthentication('Q'));
  }

  @Test
  void refusesLongAuthenticationMessage() throws Exception {
    proceed(Phase.AUTHENTICATION);
    channel.writeInbound(Unpooled.buffer().writeByte('p').writeInt(65_536));

    assertThat(channel.<Object>readInbound())
        .isEqualTo(new Unreadable(null, "invalid message length"));
  }

  @Test
  void readsEveryMessageOfASession() throws Exception {
    proceed(Phase.SESSION);
    ByteBuf in = Unpooled.buffer();
    in.writeBytes(message('Q', "select 'é'\0"));
    in.writeBytes(message('P', "s\0select $1\0\0\1\0\0\0\27"));
    in.writeBytes(message('B', "p\0s\0\0\1\0\1\0\2\0\0\0\1x\377\377\377\377\0\2\0\0\0\1"));
    in.writeBytes(message('D', "Ss\0"));
    in.writeBytes(message('E', "p\0\0\0\0\5"));
    in.writeBytes(message('C', "Pp\0"));
    in.writeBytes(message('H', ""));
    in.writeBytes(message('S', ""));
    in.writeBytes(message('d', "1\t2\n"));
    in.writeBytes(message('c', ""));
    in.writeBytes(message('f', "no\0"));
    in.writeBytes(message('F', "\0\0\0\1rest"));
    in.writeBytes(message('X', ""));
    channel.writeInbound(in);

    assertThat(channel.<Object>readInbound()).isEqualTo(new Query("select 'é'"));
    assertThat(channel.<Object>readInbound()).isEqualTo(new Parse("s", "select $1", List.of(23)));
    Bind bind = channel.readInbound();
    assertThat(bind.portal()).isEqualTo("p");
    assertThat(bind.statement()).isEqualTo("s");
    assertThat(bind.parameterFormats()).containsExactly((short) 1);
    assertThat(bind.parameters()).containsExactly(new byte[] {'x'}, null);
    assertThat(bind.resultFormats()).containsExactly((short) 0, (short) 1);
    assertThat(channel.<Object>readInbound()).isEqualTo(new Describe(Target.STATEMENT, "s"));
    assertThat(channel.<Object>readInbound()).isEqualTo(new Execute("p", 5));
    assertThat(channel.<Object>readInbound()).isEqualTo(new Close(Target.PORTAL, "p"));
    assertThat(channel.<Object>readInbound()).isEqualTo(new Flush());
    assertThat(channel.<Object>readInbound()).isEqualTo(new Sync());
    assertThat(channel.<CopyData>readInbound().data()).asString().isEqualTo("1\t2\n");
    assertThat(channel.<Object>readInbound()).isEqualTo(new CopyDone());
    assertThat(channel.<Object>readInbound()).isEqualTo(new CopyFail("no"));
    assertThat(channel.<Object>readInbound()).isEqualTo(new FunctionCall(1));
    assertThat(channel.<Object>readInbound()).isEqualTo(new Terminate());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Q, select, 08P01, invalid string in message",
        "Q, select~x, 08P01, invalid message format",
        "Q, 'ÿ'~, 22021, invalid byte sequence for encoding \"UTF8\": 0xff",
        "Q, 'é'~, 22021, invalid byte sequence for encoding \"UTF8\": 0xe9 0x27",
        "P, s~select 1~, 08P01, insufficient data left in message",
        "P, s~select 1~~!, 08P01, insufficient data left in message",
        "B, p~s~~~~!, 08P01, insufficient data left in message",
        "B, p~s~~!~~~!~~~9x, 08P01, insufficient data left in message",
        "B, p~s~~#~~~~~!, 08P01, bind message has 2 parameter formats but 1 parameters",
        "D, Xs~, 08P01, invalid DESCRIBE message subtype 88",
        "C, Xs~, 08P01, invalid CLOSE message subtype 88",
        "D, S, 08P01, invalid string in message",
        "E, p~, 08P01, insufficient data left in message",
        "S, x, 08P01, invalid message format"
      })
  void passesMalformedBodiesOnWithPostgresError(char type, String body, String state, String text)
      throws Exception {
    proceed(Phase.SESSION);
    String raw = body.replace('~', '\0').replace('!', '\1').replace('#', '\2');
    channel.writeInbound(message(type, raw), message('S', ""));

    Malformed malformed = channel.readInbound();
    assertThat(malformed.type()).isEqualTo(type);
    assertThat(malformed.error()).hasMessage(text);
    assertThat(malformed.error().state().code()).isEqualTo(state);
    assertThat(channel.<Object>readInbound()).isEqualTo(new Sync());
  }

  @Test
  void endsAtUnknownMessageType() throws Exception {
    proceed(Phase.SESSION);
    channel.writeInbound(message('~', ""), message('S', ""));

    assertUnreadable("08P01", "invalid frontend message type 126");
    assertThat(channel.<Object>readInbound()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Q, 3", "Q, -1", "Q, 1073741823", "S, 10001", "E, 10001"})
  void closesWithoutAnswerAtImpossibleLength(char type, int length) throws Exception {
    proceed(Phase.SESSION);
    channel.writeInbound(Unpooled.buffer().writeByte(type).writeInt(length));

    assertThat(channel.<Object>readInbound())
        .isEqualTo(new Unreadable(null, "invalid message length"));
  }

  private void assertUnreadable(String state, String text) {
    Unreadable unreadable = channel.readInbound();
    assertThat(unreadable.error()).hasMessage(text);
    assertThat(unreadable.error().state()).isEqualTo(SqlState.ofCode(state));
  }

  private void proceed(Phase phase) throws Exception {
    decoder.proceed(channel.pipeline().context(decoder), phase);
  }

  private void startup(int code, String... parameters) {
    channel.writeInbound(startupPacket(code, parameters));
  }

  private static ByteBuf startupPacket(int code, String... parameters) {
    List<String> fields = new ArrayList<>(List.of(parameters));
    fields.add("");
    byte[] body = (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
    return Unpooled.buffer().writeInt(8 + body.length).writeInt(code).writeBytes(body);
  }

  /** A message whose body holds one byte per character, text beyond Latin-1 in UTF-8. */
  private static ByteBuf message(char type, String body) {
    byte[] bytes =
        body.contains("select 'é'")
            ? body.getBytes(StandardCharsets.UTF_8)
            : body.getBytes(StandardCharsets.ISO_8859_1);
    return Unpooled.buffer().writeByte(type).writeInt(bytes.length + 4).writeBytes(bytes);
  }
}
