package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.ColumnReader;
import io.duckgres.gateway.engine.RowSink;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.StatementPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Rows in text or CSV format.
 *
 * <p>Source: {@code src/backend/commands/copyfromparse.c} (NextCopyFromRawFields, NextCopyFrom).
 */
final class LineSource extends CopySource {
  private final CopyOptions options;
  private final CopyBuffer buffer;
  private final CopyLines lines;
  private final FieldSplitter splitter;
  private final Fields fields = new Fields();
  private final Consumer<String> notices;
  private final FastInput[] fast;
  private final boolean[] isNull;
  private final boolean mayBeNull;
  private boolean headerRead;
  private long skipped;

  LineSource(
      StatementPlan.CopyFrom plan, CopyTarget target, CopyBuffer buffer, Consumer<String> notices) {
    super(plan, target);
    options = plan.options();
    this.buffer = buffer;
    lines = new CopyLines(buffer, options);
    splitter = FieldSplitter.of(options);
    this.notices = notices;
    isNull = new boolean[target.columns.size()];
    fast = new FastInput[target.columns.size()];
    for (int i = 0; i < fast.length; i++) {
      fast[i] = FastInput.of(target.carriers[i], target.columns.get(i));
    }
    boolean constrained = false;
    for (Attribute column : plan.relation().attributes()) {
      constrained |= column.notNull();
    }
    mayBeNull = !constrained;
  }

  @Override
  boolean read(RowSink sink, int row) {
    if (!headerRead) {
      headerRead = true;
      if (options.header() != CopyOptions.Header.NONE && !header()) {
        return false;
      }
    }
    while (nextLine()) {
      if (convert(sink, row)) {
        if (!mayBeNull) {
          place.withText(lineText());
          checkNotNull(isNull, this::show);
        }
        return true;
      }
    }
    if (skipped > 0) {
      notices.accept(
          skipped
              + (skipped == 1 ? " row was" : " rows were")
              + " skipped due to data type incompatibility");
    }
    return false;
  }

  private boolean nextLine() {
    place.atLine(lines.number() + 1);
    boolean found = lines.next();
    place.atLine(lines.number());
    return found;
  }

  private String lineText() {
    return new String(
        lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
  }

  private PgException bad(String message) {
    place.withText(lineText());
    return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
  }

  private void split() {
    try {
      splitter.split(lines.bytes(), lines.start(), lines.end(), fields);
    } catch (PgException e) {
      place.withText(lineText());
      throw e;
    }
  }

  /** Reads the header line; false when there is none. */
  private boolean header() {
    if (!nextLine()) {
      return false;
    }
    if (options.header() != CopyOptions.Header.MATCH) {
      return true;
    }
    split();
    int expected = target.columns.size();
    if (fields.count != expected) {
      throw bad(
          "wrong number of fields in header line: got " + fields.count + ", expected " + expected);
    }
    for (int i = 0; i < expected; i++) {
      String name = target.columns.get(i).name();
      String got = value(i);
      if (fields.isNull[i]) {
        throw bad(
            mismatch(i) + "null value (\"" + options.nullText() + "\"), expected \"" + name + "\"");
      }
      if (!got.equals(name)) {
        throw bad(mismatch(i) + "\"" + got + "\", expected \"" + name + "\"");
      }
    }
    return true;
  }

  private static String mismatch(int field) {
    return "column name mismatch in header line field " + (field + 1) + ": got ";
  }

  private String value(int field) {
    return ColumnReader.decode(fields.bytes[field], fields.from[field], fields.to[field]);
  }

  /** Converts the line; false when it is left out. */
  private boolean convert(RowSink sink, int row) {
    int count = target.columns.size();
    if (count == 0) {
      if (lines.end() > lines.start()) {
        throw bad("extra data after last expected column");
      }
      sink.setNull(0, row);
      return true;
    }
    split();
    if (fields.count > count) {
      throw bad("extra data after last expected column");
    }
    for (int i = 0; i < count; i++) {
      if (i >= fields.count) {
        throw bad("missing data for column \"" + target.columns.get(i).name() + "\"");
      }
      if (!convert(i, sink, row)) {
        return false;
      }
    }
    return true;
  }

  private boolean convert(int column, RowSink sink, int row) {
    boolean none = fields.isNull[column];
    if (none && options.forceNotNull().contains(column)) {
      none = false;
    } else if (!none
        && !options.forceNull().isEmpty()
        && options.forceNull().contains(column)
        && isNullText(column)) {
      none = true;
    }
    boolean standsForDefault = fields.isDefault[column];
    if (standsForDefault && target.defaults[column] < 0) {
      throw bad("unexpected default marker in COPY data")
          .withDetail("Column \"" + target.columns.get(column).name() + "\" has no default value.");
    }
    putDefault(sink, column, row, standsForDefault);
    isNull[column] = none && !standsForDefault;
    if (none || standsForDefault) {
      putNull(sink, column, row);
      return true;
    }
    byte[] bytes = fields.bytes[column];
    int from = fields.from[column];
    int to = fields.to[column];
    FastInput quick = fast[column];
    if (quick != null && quick.put(bytes, from, to, sink, column, row)) {
      return true;
    }
    return convertSlowly(column, sink, row);
  }

  private boolean isNullText(int column) {
    byte[] text = options.nullText().getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(
        fields.bytes[column], fields.from[column], fields.to[column], text, 0, text.length);
  }

  private boolean convertSlowly(int column, RowSink sink, int row) {
    String text = value(column);
    try {
      Object value = target.readers[column].readText(text);
      target.carriers[column].put(value, sink, column, row);
      return true;
    } catch (PgException e) {
      place.atValue(target.columns.get(column).name(), text);
      if (!options.ignoreErrors() || e.state() == SqlState.FEATURE_NOT_SUPPORTED) {
        throw e;
      }
      skip(column, text);
      return false;
    }
  }

  private void skip(int column, String text) {
    skipped++;
    if (options.verbose()) {
      notices.accept(
          "skipping row due to data type incompatibility at line "
              + place.line()
              + " for column \""
              + target.columns.get(column).name()
              + "\": \""
              + CopyPlace.limited(text)
              + "\"");
    }
    place.atNoColumn();
  }

  /** The row as PostgreSQL's detail line shows it: at most 64 bytes of each value. */
  private void show(StringBuilder row) {
    boolean first = true;
    for (Attribute column : plan.relation().attributes()) {
      row.append(first ? "" : ", ");
      first = false;
      int index = target.columns.indexOf(column);
      boolean known = index >= 0 && !isNull[index] && !fields.isDefault[index];
      row.append(known ? value(index) : "null");
    }
  }
}
