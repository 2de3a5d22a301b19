package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.BackendMessage.DataRow;
import io.duckgres.gateway.wire.MessageSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows of text that the session makes itself. Text looks the same in both formats. */
final class TextCursor implements Cursor {
  private final Iterator<List<String>> rows;

  TextCursor(List<List<String>> rows) {
    this.rows = rows.iterator();
  }

  @Override
  public long send(long limit, MessageSink out) {
    long sent = 0;
    for (; sent < limit && rows.hasNext(); sent++) {
      List<byte[]> values = new ArrayList<>();
      for (String value : rows.next()) {
        values.add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
      }
      out.write(new DataRow(values));
    }
    return sent;
  }

  @Override
  public void close() {}
}
