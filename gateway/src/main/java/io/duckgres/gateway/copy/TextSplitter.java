package io.duckgres.gateway.copy;

import io.duckgres.transpiler.plan.CopyOptions;

/**
 * The text format. Source: {@code src/backend/commands/copyfromparse.c} (CopyReadAttributesText).
 */
final class TextSplitter extends FieldSplitter {
  private int at;

  TextSplitter(CopyOptions options) {
    super(options);
  }

  @Override
  void split(byte[] line, int start, int end, Fields fields) {
    fields.clear();
    at = start;
    while (true) {
      int from = at;
      int i = from;
      while (i < end && line[i] != delimiter && line[i] != '\\') {
        i++;
      }
      at = i;
      if (i < end && line[i] == '\\') {
        decode(line, from, end, fields);
      } else {
        fields.add(line, from, i);
      }
      mark(fields, line, from, at, false);
      if (at >= end) {
        return;
      }
      at++;
    }
  }

  /** A value with a backslash in it, up to the delimiter. */
  private void decode(byte[] line, int from, int end, Fields fields) {
    int begin = fields.beginDecoded();
    for (int i = from; i < at; i++) {
      fields.append(line[i]);
    }
    while (at < end && line[at] != delimiter) {
      byte c = line[at++];
      if (c != '\\') {
        fields.append(c);
      } else if (at < end) {
        fields.append(escape(line, end));
      }
    }
    fields.addDecoded(begin);
  }

  private int escape(byte[] line, int end) {
    byte c = line[at++];
    switch (c) {
      case '0', '1', '2', '3', '4', '5', '6', '7':
        int octal = c - '0';
        for (int i = 0; i < 2 && at < end && line[at] >= '0' && line[at] <= '7'; i++) {
          octal = octal << 3 | line[at++] - '0';
        }
        return octal & 0xFF;
      case 'x':
        return hexadecimal(line, end);
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return 0x0B;
      default:
        return c;
    }
  }

  private int hexadecimal(byte[] line, int end) {
    int digit = at < end ? Character.digit(line[at], 16) : -1;
    if (digit < 0) {
      return 'x';
    }
    at++;
    int second = at < end ? Character.digit(line[at], 16) : -1;
    if (second < 0) {
      return digit;
    }
    at++;
    return digit << 4 | second;
  }
}
