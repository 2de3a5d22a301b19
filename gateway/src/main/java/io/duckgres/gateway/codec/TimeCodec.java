package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.Instants;
import io.netty.buffer.ByteBuf;

/** time and timetz. Source: {@code src/backend/utils/adt/date.c}. */
final class TimeCodec extends TypeCodec {
  private static final int MAX_OFFSET = 16 * 3600 - 1;

  private final DateTimeText text;
  private final FormatSettings settings;
  private final boolean zoned;

  TimeCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    text = context.settings().dateTimeText();
    settings = context.settings();
    zoned = type.equals(PgTypes.TIMETZ);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    text.writeTime(values.getTimeMicros(row), out);
    if (zoned) {
      text.writeOffset(values.getOffsetSeconds(row), out);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    out.writeLong(values.getTimeMicros(row));
    if (zoned) {
      // PostgreSQL counts seconds west of UTC.
      out.writeInt(-values.getOffsetSeconds(row));
    }
  }

  @Override
  Object readText(String input) {
    return zoned
        ? DateTimeParser.parseZonedTime(input, settings.input())
        : DateTimeParser.parseTime(input, settings.input());
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, zoned ? 12 : 8);
    long micros = in.readLong();
    if (micros < 0 || micros > Instants.MICROS_PER_DAY) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "time out of range");
    }
    if (zoned) {
      int offset = -in.readInt();
      if (Math.abs(offset) > MAX_OFFSET) {
        throw new PgException(
            SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE, "time zone displacement out of range");
      }
      return DateTimeParser.zonedTime(micros, offset);
    }
    return DateTimeParser.time(micros);
  }
}
