package io.duckgres.compat.cases;

import io.duckgres.compat.wire.BackendMessage;
import io.duckgres.compat.wire.Bytes;
import io.duckgres.compat.wire.Column;
import io.duckgres.compat.wire.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers a server's messages into an {@link Answer}. */
final class AnswerReader {

  private static final List<String> WORDS = List.of("message", "detail", "hint");

  private final boolean binary;
  private final List<Answer.Result> results = new ArrayList<>();
  private final List<Answer.Report> notices = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private Optional<Answer.Report> error = Optional.empty();
  private String state = "";
  private List<Answer.Field> columns = List.of();
  private List<List<String>> rows = new ArrayList<>();

  AnswerReader(boolean binary) {
    this.binary = binary;
  }

  void read(List<BackendMessage> messages) {
    messages.forEach(this::read);
  }

  private void read(BackendMessage message) {
    if (message instanceof BackendMessage.RowDescription description) {
      columns = description.columns().stream().map(AnswerReader::field).toList();
    } else if (message instanceof BackendMessage.DataRow row) {
      rows.add(values(row));
    } else if (message instanceof BackendMessage.CommandComplete complete) {
      finish(complete.tag());
    } else if (message instanceof BackendMessage.Plain plain) {
      readPlain(plain.name());
    } else if (message instanceof BackendMessage.ErrorResponse problem) {
      error = Optional.of(report(problem.fields()));
    } else if (message instanceof BackendMessage.NoticeResponse notice) {
      notices.add(report(notice.fields()));
    } else if (message instanceof BackendMessage.ParameterDescription description) {
      description.oids().forEach(oid -> parameters.add(TypeNames.show(oid)));
    } else if (message instanceof BackendMessage.ParameterStatus setting) {
      settings.add(setting.parameter() + "=" + setting.value());
    } else if (message instanceof BackendMessage.ReadyForQuery ready) {
      state = String.valueOf(ready.state());
    } else if (message instanceof BackendMessage.CopyData data) {
      rows.add(List.of(Bytes.show(data.data())));
    }
  }

  private void readPlain(String name) {
    switch (name) {
      case "EmptyQueryResponse", "PortalSuspended" -> finish(name);
      case "NoData" -> columns = List.of();
      default -> {
        // says only that the server went on
      }
    }
  }

  private void finish(String tag) {
    results.add(new Answer.Result(columns, rows, tag));
    columns = List.of();
    rows = new ArrayList<>();
  }

  /**
   * What an error cut short is no result: servers differ in how many rows they send before it, and
   * clients drop them.
   */
  Answer answer() {
    return new Answer(
        List.copyOf(results),
        error,
        List.copyOf(notices),
        List.copyOf(parameters),
        List.copyOf(settings),
        state);
  }

  boolean failed() {
    return error.isPresent();
  }

  private List<String> values(BackendMessage.DataRow row) {
    List<String> values = new ArrayList<>();
    for (byte[] value : row.values()) {
      if (value == null) {
        values.add(null);
      } else {
        values.add(binary ? Bytes.hex(value) : Bytes.show(value));
      }
    }
    return values;
  }

  private static Answer.Field field(Column column) {
    String origin = column.table() == 0 ? "none" : "attribute " + column.attribute();
    return new Answer.Field(column.name(), TypeNames.show(column.type()), column.typmod(), origin);
  }

  private static Answer.Report report(Map<String, Object> fields) {
    Map<String, String> words = new LinkedHashMap<>();
    WORDS.forEach(
        name ->
            Optional.ofNullable(fields.get(name))
                .ifPresent(word -> words.put(name, word.toString())));
    return new Answer.Report(
        String.valueOf(fields.get("severity")),
        String.valueOf(fields.get("code")),
        (String) fields.get("position"),
        words);
  }
}
