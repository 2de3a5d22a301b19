package io.duckgres.pgtype.datetime;

/** A text sink that makes a string. */
public final class StringSink implements TextSink {
  private final StringBuilder text = new StringBuilder(32);

  @Override
  public void writeByte(int value) {
    text.append((char) value);
  }

  @Override
  public void writeAscii(String ascii) {
    text.append(ascii);
  }

  @Override
  public void writeDecimal(long value) {
    text.append(value);
  }

  @Override
  public void writeTwoDigits(int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }

  @Override
  public void writeDigits(long value, int width) {
    String digits = Long.toString(value);
    text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
