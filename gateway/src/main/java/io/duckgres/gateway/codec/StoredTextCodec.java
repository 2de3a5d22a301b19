package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Types that are stored as text of a form of their own: inet, ranges, bit strings, points … */
final class StoredTextCodec extends TypeCodec {
  private final ValueForm form;
  private final InputSettings settings;
  private final ValueBuffer scratch = new ValueBuffer(64);

  StoredTextCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    form = ValueForms.of(type);
    settings = context.settings().input();
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText() && form.isShownAsStored()) {
      values.writeBytes(row, out);
    } else {
      out.writeBytes(form.write(stored(values, row), settings).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeBytes(form.send(stored(values, row)));
  }

  private String stored(Values values, int row) {
    if (values.isText()) {
      scratch.reset(0);
      values.writeBytes(row, scratch);
      return new String(scratch.toBytes(0), StandardCharsets.UTF_8);
    }
    // The engine's own bit strings.
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < values.bitLength(row); i++) {
      bits.append(values.getBit(row, i) ? '1' : '0');
    }
    return bits.toString();
  }

  @Override
  Object readText(String text) {
    return form.read(text, settings);
  }

  @Override
  Object readBinary(ByteBuf in) {
    BinaryReader reader = new BinaryReader(in.nioBuffer());
    String value = form.receive(reader);
    in.skipBytes(in.readableBytes());
    return value;
  }
}
