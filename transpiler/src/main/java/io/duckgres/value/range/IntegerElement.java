package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;

/**
 * int4 or int8.
 *
 * @param type which of them
 */
record IntegerElement(PgType type) implements RangeElement<Long> {
  private boolean isShort() {
    return type.equals(PgTypes.INT4);
  }

  @Override
  public Long read(String text, InputSettings settings) {
    return Long.valueOf(NumberInput.integer(text, type));
  }

  @Override
  public String write(Long value, InputSettings settings) {
    return value.toString();
  }

  @Override
  public int compare(Long left, Long right) {
    return left.compareTo(right);
  }

  @Override
  public Long next(Long value) {
    if (value == (isShort() ? Integer.MAX_VALUE : Long.MAX_VALUE)) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE, TypeNames.format(type) + " out of range");
    }
    return value + 1;
  }

  @Override
  public boolean isDiscrete() {
    return true;
  }

  @Override
  public byte[] send(Long value) {
    BinaryWriter out = new BinaryWriter();
    return isShort() ? out.writeInt(value.intValue()).toBytes() : out.writeLong(value).toBytes();
  }

  @Override
  public Long receive(BinaryReader in) {
    return isShort() ? in.readInt() : in.readLong();
  }

  @Override
  public String key(Long value) {
    return Keys.of(value);
  }

  @Override
  public String engineText(Long value) {
    return value.toString();
  }
}
