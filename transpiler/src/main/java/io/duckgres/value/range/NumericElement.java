package io.duckgres.value.range;

import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.NumericValue;

/** numeric. */
record NumericElement() implements RangeElement<NumericValue> {
  @Override
  public NumericValue read(String text, InputSettings settings) {
    return NumericValue.read(text);
  }

  @Override
  public String write(NumericValue value, InputSettings settings) {
    return value.toString();
  }

  @Override
  public int compare(NumericValue left, NumericValue right) {
    return left.compareTo(right);
  }

  @Override
  public NumericValue next(NumericValue value) {
    return value;
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public byte[] send(NumericValue value) {
    return value.send();
  }

  @Override
  public NumericValue receive(BinaryReader in) {
    return NumericValue.receive(in);
  }

  @Override
  public String key(NumericValue value) {
    return switch (value.kind()) {
      case MINUS_INFINITY -> "1";
      case INFINITY -> "8";
      case NAN -> "9";
      case FINITE -> Keys.of(value.number());
    };
  }

  @Override
  public String engineText(NumericValue value) {
    return value.toString();
  }
}
