package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.Instants;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** Dates, times, timestamps and intervals. */
final class TimeValues {
  private TimeValues() {}

  /** DATE: days since 1970. */
  static final class Dates extends Values {
    private final ArrowBuf data;

    Dates(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.DATE;
    }

    @Override
    int getDays(int row) {
      return data.getInt(row * 4L);
    }

    @Override
    long getMicros(int row) {
      int days = getDays(row);
      return switch (days) {
        case Instants.DAYS_INFINITY -> Instants.INFINITY;
        case Instants.DAYS_MINUS_INFINITY -> Instants.MINUS_INFINITY;
        default -> days * Instants.MICROS_PER_DAY;
      };
    }
  }

  /** TIMESTAMP of any unit, with or without time zone. */
  static final class Timestamps extends Values {
    private final ArrowBuf data;
    private final long multiplier;
    private final long divisor;
    private final boolean zoned;

    /**
     * One of them is 1.
     *
     * @param multiplier microseconds of the vector's unit, when it is longer
     * @param divisor the vector's units in a microsecond, when it is shorter
     */
    Timestamps(FieldVector vector, long multiplier, long divisor, boolean zoned) {
      super(vector);
      data = vector.getDataBuffer();
      this.multiplier = multiplier;
      this.divisor = divisor;
      this.zoned = zoned;
    }

    @Override
    PgType natural() {
      return zoned ? PgTypes.TIMESTAMPTZ : PgTypes.TIMESTAMP;
    }

    @Override
    long getMicros(int row) {
      long value = data.getLong(row * 8L);
      if (value == Instants.INFINITY || value == Instants.MINUS_INFINITY) {
        return value;
      }
      return divisor == 1 ? Math.multiplyExact(value, multiplier) : Math.floorDiv(value, divisor);
    }

    @Override
    int getDays(int row) {
      long micros = getMicros(row);
      if (micros == Instants.INFINITY) {
        return Instants.DAYS_INFINITY;
      }
      if (micros == Instants.MINUS_INFINITY) {
        return Instants.DAYS_MINUS_INFINITY;
      }
      return (int) Math.floorDiv(micros, Instants.MICROS_PER_DAY);
    }
  }

  /** TIME in micro- or nanoseconds. */
  static final class Times extends Values {
    private final ArrowBuf data;
    private final long divisor;

    Times(FieldVector vector, long divisor) {
      super(vector);
      data = vector.getDataBuffer();
      this.divisor = divisor;
    }

    @Override
    PgType natural() {
      return PgTypes.TIME;
    }

    @Override
    long getTimeMicros(int row) {
      return data.getLong(row * 8L) / divisor;
    }

    @Override
    int getOffsetSeconds(int row) {
      return 0;
    }
  }

  /** TIMETZ: DuckDB's 64 bits: 40 of microseconds, 24 of the offset, turned and biased. */
  static final class ZonedTimes extends Values {
    private static final int OFFSET_BITS = 24;
    private static final int MAX_OFFSET = 16 * 60 * 60 - 1;
    private final ArrowBuf data;

    ZonedTimes(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.TIMETZ;
    }

    @Override
    long getTimeMicros(int row) {
      return data.getLong(row * 8L) >>> OFFSET_BITS;
    }

    @Override
    int getOffsetSeconds(int row) {
      return MAX_OFFSET - (int) (data.getLong(row * 8L) & ((1 << OFFSET_BITS) - 1));
    }
  }

  /**
   * INTERVAL: months, days and nanoseconds in 16 bytes. The engine's microseconds times 1000 may
   * have overflowed; 61 bits of them can be had back.
   */
  static final class Intervals extends Values {
    /** Times 125 it is 1, in 64 bits. */
    private static final long INVERSE_OF_125 = 0x1CAC083126E978D5L;

    private final ArrowBuf data;

    Intervals(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.INTERVAL;
    }

    @Override
    int getIntervalMonths(int row) {
      return data.getInt(row * 16L);
    }

    @Override
    int getIntervalDays(int row) {
      return data.getInt(row * 16L + 4);
    }

    @Override
    long getIntervalMicros(int row) {
      return (data.getLong(row * 16L + 8) * INVERSE_OF_125) >> 3;
    }
  }
}
