package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.Instants;
import io.netty.buffer.ByteBuf;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** timestamp and timestamptz. Source: {@code src/backend/utils/adt/timestamp.c}. */
final class TimestampCodec extends TypeCodec {
  /** PostgreSQL's range, in microseconds since 2000: 4713 BC to 294276 AD. */
  private static final long LEAST = -211_813_488_000_000_000L;

  private static final long END = 9_223_371_331_200_000_000L;

  private final DateTimeText text;
  private final FormatSettings settings;
  private final boolean zoned;

  TimestampCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    text = context.settings().dateTimeText();
    settings = context.settings();
    zoned = type.equals(PgTypes.TIMESTAMPTZ);
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (zoned) {
      text.writeZonedTimestamp(values.getMicros(row), out);
    } else {
      text.writeTimestamp(values.getMicros(row), out);
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    long micros = values.getMicros(row);
    if (micros == Instants.INFINITY) {
      out.writeLong(Long.MAX_VALUE);
    } else if (micros == Instants.MINUS_INFINITY) {
      out.writeLong(Long.MIN_VALUE);
    } else {
      out.writeLong(Math.subtractExact(micros, Instants.MICROS_TO_2000));
    }
  }

  @Override
  Object readText(String input) {
    return zoned
        ? DateTimeParser.parseZonedTimestamp(input, settings.input())
        : DateTimeParser.parseTimestamp(input, settings.input());
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 8);
    long micros = in.readLong();
    if (micros == Long.MAX_VALUE) {
      return "infinity";
    }
    if (micros == Long.MIN_VALUE) {
      return "-infinity";
    }
    if (micros < LEAST || micros >= END) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range");
    }
    return timestamp(micros, zoned);
  }

  /** A timestamp for the engine, of microseconds since 2000. */
  static Object timestamp(long microsSince2000, boolean zoned) {
    long seconds = Math.floorDiv(microsSince2000, Instants.MICROS_PER_SECOND);
    int nanos = (int) Math.floorMod(microsSince2000, Instants.MICROS_PER_SECOND) * 1000;
    LocalDateTime value =
        LocalDateTime.ofEpochSecond(
            seconds + Instants.DAYS_TO_2000 * 86_400L, nanos, ZoneOffset.UTC);
    return zoned ? OffsetDateTime.of(value, ZoneOffset.UTC) : value;
  }
}
