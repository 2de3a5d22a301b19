package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
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
    out.writeLong(values.getIntervalMicros(row));
    out.writeInt(values.getIntervalDays(row));
    out.writeInt(values.getIntervalMonths(row));
  }

  @Override
  Object readText(String input) {
    IntervalParser.Interval interval =
        IntervalParser.parse(input, settings.intervalStyle().equals("sql_standard"));
    return engineText(interval.months(), interval.days(), interval.micros());
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 16);
    long micros = in.readLong();
    int days = in.readInt();
    int months = in.readInt();
    if (months == Integer.MAX_VALUE && days == Integer.MAX_VALUE && micros == Long.MAX_VALUE
        || months == Integer.MIN_VALUE && days == Integer.MIN_VALUE && micros == Long.MIN_VALUE) {
      throw PgException.notSupported("an infinite interval");
    }
    return engineText(months, days, micros);
  }

  private static String engineText(int months, int days, long micros) {
    return months + " months " + days + " days " + micros + " microseconds";
  }
}
