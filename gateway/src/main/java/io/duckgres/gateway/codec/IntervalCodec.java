package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.datetime.IntervalParser;
import io.duckgres.pgtype.datetime.IntervalText;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.netty.buffer.ByteBuf;

/** interval. Source: {@code src/backend/utils/adt/timestamp.c}. */
final class IntervalCodec extends TypeCodec {
  private final IntervalText text;
  private final FormatSettings settings;

  IntervalCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    settings = context.settings();
    text = new IntervalText(settings.intervalStyle());
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    text.write(
        values.getIntervalMonths(row),
        values.getIntervalDays(row),
        values.getIntervalMicros(row),
        out);
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    IntervalValue value =
        new IntervalValue(
            values.getIntervalMonths(row),
            values.getIntervalDays(row),
            values.getIntervalMicros(row));
    if (value.isInfinite()) {
      value = value.months() > 0 ? IntervalValue.INFINITY : IntervalValue.MINUS_INFINITY;
    }
    out.writeLong(value.micros());
    out.writeInt(value.days());
    out.writeInt(value.months());
  }

  @Override
  Object readText(String input) {
    return IntervalParser.parse(input, settings.intervalStyle().equals("sql_standard"))
        .engineText();
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 16);
    long micros = in.readLong();
    int days = in.readInt();
    int months = in.readInt();
    return new IntervalValue(months, days, micros).engineText();
  }
}
