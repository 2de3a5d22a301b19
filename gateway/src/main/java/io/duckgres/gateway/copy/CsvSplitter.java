package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CopyOptions;

/** The CSV format. Source: {@code src/backend/commands/copyfromparse.c} (CopyReadAttributesCSV). */
final class CsvSplitter extends FieldSplitter {
  private final byte quote;
  private final byte escape;
  private int at;

  CsvSplitter(CopyOptions options) {
    super(options);
    quote = (byte) options.quote();
    escape = (byte) options.escape();
  }

  @Override
  void split(byte[] line, int start, int end, Fields fields) {
    fields.clear();
    at = start;
    while (true) {
      int from = at;
      int i = from;
      while (i < end && line[i] != delimiter && line[i] != quote) {
        i++;
      }
      at = i;
      boolean quoted = i < end && line[i] == quote;
      if (quoted) {
        decode(line, from, end, fields);
      } else {
        fields.add(line, from, i);
      }
      mark(fields, line, from, at, quoted);
      if (at >= end) {
        return;
      }
      at++;
    }
  }

  /** A value with quotes in it, up to the delimiter. */
  private void decode(byte[] line, int from, int end, Fields fields) {
    int begin = fields.beginDecoded();
    for (int i = from; i < at; i++) {
      fields.append(line[i]);
    }
    while (at < end && line[at] != delimiter) {
      byte c = line[at++];
      if (c == quote) {
        quoted(line, end, fields);
      } else {
        fields.append(c);
      }
    }
    fields.addDecoded(begin);
  }

  private void quoted(byte[] line, int end, Fields fields) {
    while (at < end) {
      byte c = line[at++];
      if (c == escape && at < end && (line[at] == escape || line[at] == quote)) {
        fields.append(line[at++]);
      } else if (c == quote) {
        return;
      } else {
        fields.append(c);
      }
    }
    throw new PgException(SqlState.BAD_COPY_FILE_FORMAT, "unterminated CSV quoted field");
  }
}
