package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VarCharVector;

/** Texts, byte strings, bit strings, UUIDs and enums. */
final class BytesValues {
  private BytesValues() {}

  /** VARCHAR, JSON and BLOB. */
  static final class Variable extends Values {
    private final ArrowBuf offsets;
    private final ArrowBuf data;
    private final PgType natural;

    Variable(FieldVector vector, PgType natural) {
      super(vector);
      offsets = vector.getOffsetBuffer();
      data = vector.getDataBuffer();
      this.natural = natural;
    }

    @Override
    PgType natural() {
      return natural;
    }

    @Override
    boolean isText() {
      return natural != PgTypes.BYTEA;
    }

    @Override
    void writeBytes(int row, ValueBuffer out) {
      int start = offsets.getInt(row * 4L);
      out.writeBytes(data, start, offsets.getInt(row * 4L + 4) - start);
    }
  }

  /** BIT: a byte with the number of padding bits, then the bits, padding first. */
  static final class BitStrings extends Values {
    private final ArrowBuf offsets;
    private final ArrowBuf data;

    BitStrings(FieldVector vector) {
      super(vector);
      offsets = vector.getOffsetBuffer();
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.VARBIT;
    }

    @Override
    int bitLength(int row) {
      int start = offsets.getInt(row * 4L);
      int bytes = offsets.getInt(row * 4L + 4) - start - 1;
      return bytes * 8 - data.getByte(start);
    }

    @Override
    boolean getBit(int row, int bit) {
      int start = offsets.getInt(row * 4L);
      int at = bit + data.getByte(start);
      return (data.getByte(start + 1 + at / 8) >> (7 - at % 8) & 1) != 0;
    }
  }

  /** UUID: 16 bytes, big endian. */
  static final class Uuids extends Values {
    private final ArrowBuf data;

    Uuids(FieldVector vector) {
      super(vector);
      data = vector.getDataBuffer();
    }

    @Override
    PgType natural() {
      return PgTypes.UUID;
    }

    @Override
    long getUpper(int row) {
      return Long.reverseBytes(data.getLong(row * 16L));
    }

    @Override
    long getLower(int row) {
      return Long.reverseBytes(data.getLong(row * 16L + 8));
    }
  }

  /** ENUM: an index into the labels. */
  static final class Labels extends Values {
    private final BaseIntVector indexes;
    private final byte[][] labels;

    Labels(BaseIntVector indexes, VarCharVector dictionary) {
      super((FieldVector) indexes);
      this.indexes = indexes;
      labels = new byte[dictionary.getValueCount()][];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = dictionary.get(i);
      }
    }

    @Override
    PgType natural() {
      return PgTypes.TEXT;
    }

    @Override
    boolean isText() {
      return true;
    }

    @Override
    void writeBytes(int row, ValueBuffer out) {
      out.writeBytes(labels[(int) indexes.getValueAsLong(row)]);
    }
  }

  /** A column of nothing but NULL. */
  static final class Nothing extends Values {
    Nothing(NullVector vector) {
      super(vector);
    }

    @Override
    PgType natural() {
      return PgTypes.TEXT;
    }

    @Override
    boolean isNull(int row) {
      return true;
    }
  }
}
