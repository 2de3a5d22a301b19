package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.Instants;
import io.netty.buffer.ByteBuf;
import java.time.LocalDate;

/** date. Source: {@code src/backend/utils/adt/date.c}. */
final class DateCodec extends TypeCodec {
  private static final int LEAST = -2_451_545;
  private static final int END = 2_145_031_949;

  private final DateTimeText text;
  private final FormatSettings settings;

  DateCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    text = context.settings().dateTimeText();
    settings = context.settings();
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    text.writeDate(values.getDays(row), out);
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    int days = values.getDays(row);
    out.writeInt(
        switch (days) {
          case Instants.DAYS_INFINITY -> Integer.MAX_VALUE;
          case Instants.DAYS_MINUS_INFINITY -> Integer.MIN_VALUE;
          default -> days - Instants.DAYS_TO_2000;
        });
  }

  @Override
  Object readText(String input) {
    return DateTimeParser.parseDate(input, settings.input());
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 4);
    int days = in.readInt();
    if (days == Integer.MAX_VALUE) {
      return "infinity";
    }
    if (days == Integer.MIN_VALUE) {
      return "-infinity";
    }
    if (days < LEAST || days >= END) {
      throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range");
    }
    return LocalDate.ofEpochDay((long) days + Instants.DAYS_TO_2000);
  }
}
