package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.RowValues;
import io.duckgres.gateway.codec.ValueBuffer;
import io.duckgres.pgtype.PgEncoding;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.ResultColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The text and CSV formats. Source: {@code src/backend/commands/copyto.c} (CopyAttributeOutText,
 * CopyAttributeOutCSV).
 */
final class LineWriter extends CopyWriter {
  private static final byte PLAIN = 0;

  private final CopyOptions options;
  private final List<ResultColumn> columns;
  private final byte[] nullText;
  private final byte delimiter;
  private final byte quote;
  private final byte escape;
  private final boolean csv;
  private final boolean[] forced;

  /** Null for UTF-8. */
  private final LineEncoder encoder;

  private final ValueBuffer value = new ValueBuffer(256);

  /** For each byte what stands for it behind a backslash; in CSV not zero where quotes are due. */
  private final byte[] special = new byte[256];

  LineWriter(CopyOptions options, List<ResultColumn> columns, RowValues values) {
    super(values);
    this.options = options;
    this.columns = columns;
    encoder = options.encoding() == PgEncoding.UTF8 ? null : new LineEncoder(options.encoding());
    nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
    delimiter = (byte) options.delimiter();
    quote = (byte) options.quote();
    escape = (byte) options.escape();
    csv = options.isCsv();
    forced = new boolean[columns.size()];
    options.forceQuote().forEach(index -> forced[index] = true);
    if (csv) {
      for (char c : new char[] {options.delimiter(), options.quote(), '\n', '\r'}) {
        special[c] = 1;
      }
    } else {
      String characters = "\b\f\n\r\t\u000b";
      String letters = "bfnrtv";
      for (int i = 0; i < letters.length(); i++) {
        special[characters.charAt(i)] = (byte) letters.charAt(i);
      }
      special['\\'] = '\\';
      if (special[options.delimiter()] == PLAIN) {
        special[options.delimiter()] = delimiter;
      }
    }
  }

  @Override
  void writeHeader() {
    if (options.header() == CopyOptions.Header.NONE) {
      return;
    }
    beginMessage();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.writeByte(delimiter);
      }
      value.reset(0);
      value.writeBytes(columns.get(i).name().getBytes(StandardCharsets.UTF_8));
      writeValue(false);
    }
    endLine();
  }

  @Override
  void writeRow(int row) {
    beginMessage();
    for (int i = 0; i < values.columns(); i++) {
      if (i > 0) {
        out.writeByte(delimiter);
      }
      if (values.isNull(i, row)) {
        out.writeBytes(nullText);
        continue;
      }
      value.reset(0);
      values.write(i, row, value);
      writeValue(forced[i]);
    }
    endLine();
  }

  @Override
  void writeTrailer() {}

  /** Encoded at last: within characters of some encodings there are bytes that need no escape. */
  private void endLine() {
    out.writeByte('\n');
    if (encoder != null) {
      encoder.encode(out, messageBody());
    }
    endMessage();
  }

  private void writeValue(boolean quoted) {
    if (csv) {
      if (quoted || needsQuotes()) {
        writeQuoted();
      } else {
        value.copyTo(out, 0, value.position());
      }
      return;
    }
    int from = 0;
    int end = value.position();
    for (int i = 0; i < end; i++) {
      byte letter = special[value.at(i) & 0xFF];
      if (letter != PLAIN) {
        value.copyTo(out, from, i);
        out.writeByte('\\');
        out.writeByte(letter);
        from = i + 1;
      }
    }
    value.copyTo(out, from, end);
  }

  private boolean needsQuotes() {
    int length = value.position();
    if (length == nullText.length && Arrays.equals(value.toBytes(0), nullText)) {
      return true;
    }
    // Alone on a line it would end the data.
    if (columns.size() == 1 && length == 2 && value.at(0) == '\\' && value.at(1) == '.') {
      return true;
    }
    for (int i = 0; i < length; i++) {
      if (special[value.at(i) & 0xFF] != PLAIN) {
        return true;
      }
    }
    return false;
  }

  private void writeQuoted() {
    out.writeByte(quote);
    for (int i = 0; i < value.position(); i++) {
      byte c = value.at(i);
      if (c == quote || c == escape) {
        out.writeByte(escape);
      }
      out.writeByte(c);
    }
    out.writeByte(quote);
  }
}
