package io.duckgres.gateway.copy;

import io.duckgres.transpiler.plan.CopyOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits a line into its values. */
abstract sealed class FieldSplitter permits TextSplitter, CsvSplitter {
  final byte delimiter;
  private final byte[] nullText;
  private final byte[] defaultText;

  FieldSplitter(CopyOptions options) {
    delimiter = (byte) options.delimiter();
    nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
    defaultText =
        options.defaultText() == null
            ? null
            : options.defaultText().getBytes(StandardCharsets.UTF_8);
  }

  static FieldSplitter of(CopyOptions options) {
    return options.isCsv() ? new CsvSplitter(options) : new TextSplitter(options);
  }

  /**
   * Splits a line.
   *
   * @param fields are filled anew
   * @throws io.duckgres.pgtype.PgException 22P04
   */
  abstract void split(byte[] line, int start, int end, Fields fields);

  /** Notes what the last value stands for, by how it was written. */
  final void mark(Fields fields, byte[] line, int start, int end, boolean quoted) {
    int last = fields.count - 1;
    if (!quoted && matches(line, start, end, nullText)) {
      fields.isNull[last] = true;
    } else if (defaultText != null && matches(line, start, end, defaultText)) {
      fields.isDefault[last] = true;
    }
  }

  private static boolean matches(byte[] line, int start, int end, byte[] text) {
    return end - start == text.length && Arrays.equals(line, start, end, text, 0, text.length);
  }
}
