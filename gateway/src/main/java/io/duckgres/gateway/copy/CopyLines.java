package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CopyOptions;
import java.util.Arrays;

/**
 * Splits data in text or CSV format into lines. A line's bytes stay where they are until the next
 * one is read.
 *
 * <p>Source: {@code src/backend/commands/copyfromparse.c} (CopyReadLineText).
 */
final class CopyLines {
  private enum LineEnd {
    UNKNOWN,
    NEWLINE,
    RETURN,
    RETURN_NEWLINE
  }

  /** No byte. */
  private static final int NONE = 256;

  private final CopyBuffer buffer;
  private final boolean csv;
  private final int quote;
  private final int escape;
  private LineEnd lineEnd = LineEnd.UNKNOWN;
  private boolean ended;
  private long number;

  /** Where scanning goes on, relative to nothing but the array. */
  private int at;

  /** Behind the line's last byte. */
  private int end;

  /**
   * @param options of a text or CSV format
   */
  CopyLines(CopyBuffer buffer, CopyOptions options) {
    this.buffer = buffer;
    csv = options.isCsv();
    quote = (byte) options.quote();
    // Where quote and escape are the same, quotes alone decide.
    escape = options.quote() == options.escape() ? NONE : (byte) options.escape();
  }

  byte[] bytes() {
    return buffer.bytes;
  }

  int start() {
    return buffer.start;
  }

  int end() {
    return end;
  }

  /** The line's number from 1; that of its last line when it holds newlines. */
  long number() {
    return number;
  }

  /**
   * Goes to the next line.
   *
   * @return false behind the last one; everything is read then
   */
  boolean next() {
    if (ended) {
      return false;
    }
    buffer.start = at;
    number++;
    end = at;
    if (csv ? scanCsv() : scanText()) {
      return true;
    }
    // The end of the data, or its marker.
    ended = true;
    return end > buffer.start;
  }

  /** Whether a byte is at {@link #at}, getting more if need be. */
  private boolean available(int ahead) {
    while (at + ahead >= buffer.limit) {
      int before = buffer.start;
      if (!buffer.more()) {
        return false;
      }
      at -= before;
    }
    return true;
  }

  /** Scans to the end of the line; false at the end of the data. */
  private boolean scanText() {
    while (available(0)) {
      byte[] bytes = buffer.bytes;
      int limit = buffer.limit;
      int i = at;
      while (i < limit) {
        byte c = bytes[i];
        if (c == '\n' || c == '\r' || c == '\\') {
          break;
        }
        i++;
      }
      at = i;
      if (i == limit) {
        continue;
      }
      byte c = bytes[i];
      if (c == '\\') {
        if (backslash()) {
          return false;
        }
      } else if (lineEnds(c)) {
        return true;
      }
    }
    end = at;
    return false;
  }

  private boolean scanCsv() {
    boolean quoted = false;
    boolean escaped = false;
    while (available(0)) {
      byte c = buffer.bytes[at];
      if (quoted && c == escape) {
        escaped = !escaped;
      }
      if (c == quote && !escaped) {
        quoted = !quoted;
      }
      if (c != escape) {
        escaped = false;
      }
      if (quoted) {
        if (c == (lineEnd == LineEnd.NEWLINE ? '\n' : '\r')) {
          number++;
        }
        at++;
      } else if (c == '\n' || c == '\r') {
        if (lineEnds(c)) {
          return true;
        }
      } else if (c == '\\' && at == buffer.start) {
        if (backslash()) {
          return false;
        }
      } else {
        at++;
      }
    }
    end = at;
    return false;
  }

  /**
   * A backslash: skips it and what it escapes.
   *
   * @return true when it begins the end marker, behind which everything is dropped
   */
  private boolean backslash() {
    if (!available(1)) {
      at++;
      return false;
    }
    if (buffer.bytes[at + 1] != '.') {
      // In CSV a backslash is a character like any other, and what follows may be a quote.
      at += csv ? 1 : 2;
      return false;
    }
    if (available(2) && !endsMarker()) {
      at++;
      return false;
    }
    byte[] line = Arrays.copyOfRange(buffer.bytes, buffer.start, at);
    buffer.drain();
    buffer.bytes = line;
    buffer.start = 0;
    buffer.limit = line.length;
    end = line.length;
    return true;
  }

  /** Whether a newline of the data's kind follows; errors otherwise, which CSV does not have. */
  private boolean endsMarker() {
    byte c = buffer.bytes[at + 2];
    if (lineEnd == LineEnd.RETURN_NEWLINE) {
      if (c == '\n') {
        return mismatch();
      }
      if (c != '\r') {
        return corrupt();
      }
      c = available(3) ? buffer.bytes[at + 3] : (byte) '\n';
      return c == '\n' || corrupt();
    }
    if (c != '\n' && c != '\r') {
      return corrupt();
    }
    boolean other =
        lineEnd == LineEnd.NEWLINE && c != '\n' || lineEnd == LineEnd.RETURN && c != '\r';
    return !other || mismatch();
  }

  private boolean mismatch() {
    if (csv) {
      return false;
    }
    throw bad("end-of-copy marker does not match previous newline style");
  }

  private boolean corrupt() {
    if (csv) {
      return false;
    }
    throw bad("end-of-copy marker corrupt");
  }

  /** A newline or carriage return: ends the line, when it is of the data's kind. */
  private boolean lineEnds(byte c) {
    end = at;
    if (c == '\n') {
      if (lineEnd == LineEnd.RETURN || lineEnd == LineEnd.RETURN_NEWLINE) {
        throw newline();
      }
      lineEnd = LineEnd.NEWLINE;
      at++;
      return true;
    }
    if (lineEnd == LineEnd.NEWLINE) {
      throw carriageReturn();
    }
    if (lineEnd != LineEnd.RETURN) {
      boolean both = available(1) && buffer.bytes[at + 1] == '\n';
      end = at;
      if (both) {
        lineEnd = LineEnd.RETURN_NEWLINE;
        at += 2;
        return true;
      }
      if (lineEnd == LineEnd.RETURN_NEWLINE) {
        throw carriageReturn();
      }
      lineEnd = LineEnd.RETURN;
    }
    at++;
    return true;
  }

  private PgException newline() {
    return csv
        ? bad("unquoted newline found in data")
            .withHint("Use quoted CSV field to represent newline.")
        : bad("literal newline found in data").withHint("Use \"\\n\" to represent newline.");
  }

  private PgException carriageReturn() {
    return csv
        ? bad("unquoted carriage return found in data")
            .withHint("Use quoted CSV field to represent carriage return.")
        : bad("literal carriage return found in data")
            .withHint("Use \"\\r\" to represent carriage return.");
  }

  private static PgException bad(String message) {
    return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
  }
}
