package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.RowValues;

/** The binary format. */
final class BinaryWriter extends CopyWriter {
  private static final int NULL = -1;
  private static final int END = -1;
  private boolean headerWritten;

  BinaryWriter(RowValues values) {
    super(values);
  }

  /** The header comes with the first row, or with the trailer when there is none. */
  @Override
  void writeHeader() {}

  private void begin() {
    beginMessage();
    if (!headerWritten) {
      headerWritten = true;
      out.writeBytes(signature());
      out.writeInt(0);
      out.writeInt(0);
    }
  }

  @Override
  void writeRow(int row) {
    begin();
    out.writeShort(values.columns());
    for (int i = 0; i < values.columns(); i++) {
      if (values.isNull(i, row)) {
        out.writeInt(NULL);
        continue;
      }
      int size = out.position();
      out.writeInt(0);
      values.write(i, row, out);
      out.setInt(size, out.position() - size - 4);
    }
    endMessage();
  }

  @Override
  void writeTrailer() {
    begin();
    out.writeShort(END);
    endMessage();
  }
}
