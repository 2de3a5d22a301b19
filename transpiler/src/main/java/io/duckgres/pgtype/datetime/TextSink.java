package io.duckgres.pgtype.datetime;

/** Where texts of dates and times go: a message's buffer or a string. */
public interface TextSink {
  /** Writes one character of ASCII. */
  void writeByte(int value);

  /** Writes a text of ASCII. */
  void writeAscii(String text);

  /** Writes a number, with a minus where it is negative. */
  void writeDecimal(long value);

  /** Writes a number from 0 to 99 with two digits. */
  void writeTwoDigits(int value);

  /** Writes a number that is not negative with at least {@code width} digits. */
  void writeDigits(long value, int width);
}
