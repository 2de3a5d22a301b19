package io.duckgres.gateway.wire;

import io.duckgres.gateway.wire.FrontendDecoder.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds for one Bind and Execute on their way from bytes to messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
  private static final int PAIRS = 100;

  private EmbeddedChannel channel;
  private ByteBuf pipeline;

  @Setup
  public void open() throws Exception {
    FrontendDecoder decoder = new FrontendDecoder(new MessageLimits(0x3ffffffe, 65_535));
    channel = new EmbeddedChannel(decoder);
    channel.writeInbound(
        Unpooled.buffer()
            .writeInt(4 + 4 + 5 + 2 + 1)
            .writeInt(196608)
            .writeBytes("user\0a\0\0".getBytes(StandardCharsets.UTF_8)));
    channel.readInbound();
    decoder.proceed(channel.pipeline().context(decoder), Phase.AUTHENTICATION);
    decoder.proceed(channel.pipeline().context(decoder), Phase.SESSION);
    pipeline = Unpooled.directBuffer();
    for (int i = 0; i < PAIRS; i++) {
      bind(new String[] {Integer.toString(i), "some text", "12.5"});
      pipeline.writeByte('E').writeInt(4 + 1 + 4).writeByte(0).writeInt(0);
    }
  }

  private void bind(String[] values) {
    ByteBuf body = Unpooled.buffer().writeByte(0);
    body.writeBytes("s1\0".getBytes(StandardCharsets.UTF_8)).writeShort(0);
    body.writeShort(values.length);
    for (String value : values) {
      body.writeInt(value.length()).writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }
    body.writeShort(0);
    pipeline.writeByte('B').writeInt(4 + body.readableBytes()).writeBytes(body);
    body.release();
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public void decode(Blackhole messages) {
    channel.writeInbound(pipeline.retainedDuplicate());
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      messages.consume(message);
    }
  }
}
