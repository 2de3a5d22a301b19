package io.duckgres.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/** Writes messages from the server as bytes. Stateless. */
public final class BackendMessageWriter {
  private BackendMessageWriter() {}

  /** Appends the message. */
  public static void write(ByteBuf out, BackendMessage message) {
    int start = begin(out, message.type());
    message.writeBody(out);
    end(out, start);
  }

  /**
   * Appends a message's type byte and keeps room for its length.
   *
   * @return what {@link #end} needs
   */
  public static int begin(ByteBuf out, char type) {
    out.writeByte(type);
    int start = out.writerIndex();
    out.writeInt(0);
    return start;
  }

  /** Fills in the length of the message that began at {@code start}. */
  public static void end(ByteBuf out, int start) {
    out.setInt(start, out.writerIndex() - start);
  }

  static void string(ByteBuf out, String text) {
    ByteBufUtil.writeUtf8(out, text);
    out.writeByte(0);
  }

  static void copyFormats(ByteBuf out, byte format, List<Short> columnFormats) {
    out.writeByte(format);
    out.writeShort(columnFormats.size());
    columnFormats.forEach(out::writeShort);
  }
}
