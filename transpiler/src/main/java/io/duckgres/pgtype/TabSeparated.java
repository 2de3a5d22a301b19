package io.duckgres.pgtype;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the reference tables: tab-separated, a header line, a field in double quotes when it is
 * empty or holds a quote (doubled then).
 */
public final class TabSeparated {

  /** One line; columns are asked for by the header's names. */
  public static final class Row {
    private final List<String> header;
    private final String[] fields;

    private Row(List<String> header, String[] fields) {
      this.header = header;
      this.fields = fields;
    }

    /** The field's text, {@code ""} when it is empty. */
    public String get(String column) {
      int index = header.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("no column " + column + " in " + header);
      }
      return index < fields.length ? unquote(fields[index]) : "";
    }

    /** The field as a number; an empty one is 0. */
    public int getInt(String column) {
      String text = get(column);
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** The field as a boolean, which the tables write as {@code t} and {@code f}. */
    public boolean getBoolean(String column) {
      return get(column).equals("t");
    }
  }

  private TabSeparated() {}

  /** All rows of the resource {@code name} beside the class {@code owner}. */
  public static List<Row> read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      List<String> header = Arrays.asList(reader.readLine().split("\t", -1));
      List<Row> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(new Row(header, line.split("\t", -1)));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unquote(String field) {
    if (field.length() < 2 || field.charAt(0) != '"') {
      return field;
    }
    return field.substring(1, field.length() - 1).replace("\"\"", "\"");
  }
}
