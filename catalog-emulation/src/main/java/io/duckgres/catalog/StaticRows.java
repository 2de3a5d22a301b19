package io.duckgres.catalog;

import io.duckgres.pgtype.PgTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The rows that PostgreSQL itself has in a relation of a new database, recorded on PostgreSQL
 * 17.10. They are loaded into a table of the schema {@link EngineNames#STATIC}.
 *
 * <p>The resource's first line names the columns, the second one gives columns that are the same in
 * all rows ({@code name=value}); the rows follow in COPY's text form. Columns of type regproc hold
 * OIDs.
 */
final class StaticRows {
  private final CatalogRelation relation;
  private final List<CatalogColumn> columns = new ArrayList<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final List<String> lines;

  private StaticRows(CatalogRelation relation, List<String> lines) {
    this.relation = relation;
    Map<String, CatalogColumn> byName = new LinkedHashMap<>();
    for (CatalogColumn column : relation.columns()) {
      byName.put(column.name(), column);
    }
    for (String name : lines.get(0).split("\t", -1)) {
      columns.add(byName.get(name));
    }
    for (String constant : lines.get(1).isEmpty() ? new String[0] : lines.get(1).split("\t", -1)) {
      int equals = constant.indexOf('=');
      constants.put(constant.substring(0, equals), constant.substring(equals + 1));
    }
    this.lines = lines.subList(2, lines.size());
  }

  /** The rows of a relation, or null when PostgreSQL has none of its own. */
  static StaticRows of(CatalogRelation relation) {
    String resource = "static/" + relation.name() + ".tsv";
    try (InputStream in = StaticRows.class.getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      return new StaticRows(relation, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The rows' values by column, of those columns that vary; a value may be null. */
  List<Map<String, String>> values() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < fields.length; i++) {
        row.put(columns.get(i).name(), CopyText.unescape(fields[i]));
      }
      rows.add(row);
    }
    return rows;
  }

  /** CREATE TABLE for the columns that vary. */
  String createTable() {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table()).append(" (");
    for (int i = 0; i < columns.size(); i++) {
      CatalogColumn column = columns.get(i);
      sql.append(i == 0 ? "" : ", ").append(EngineNames.quote(column.name())).append(' ');
      sql.append(column.storage());
    }
    return sql.append(")").toString();
  }

  /** SELECT of all the relation's columns in order. */
  String select() {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < relation.columns().size(); i++) {
      CatalogColumn column = relation.columns().get(i);
      sql.append(i == 0 ? "" : ", ");
      String constant = constants.get(column.name());
      String name = EngineNames.quote(column.name());
      if (constant == null) {
        sql.append(name);
      } else {
        String value = CopyText.unescape(constant);
        sql.append("CAST(").append(value == null ? "NULL" : EngineNames.literal(value));
        sql.append(" AS ").append(column.storage()).append(") AS ").append(name);
      }
    }
    return sql.append(" FROM ").append(table()).toString();
  }

  /** Appends the rows to the table. */
  void load(DuckDBConnection connection) throws SQLException {
    try (DuckDBAppender appender =
        connection.createAppender(EngineNames.DATABASE, EngineNames.STATIC, relation.name())) {
      for (String line : lines) {
        String[] fields = line.split("\t", -1);
        appender.beginRow();
        for (int i = 0; i < fields.length; i++) {
          append(appender, columns.get(i), CopyText.unescape(fields[i]));
        }
        appender.endRow();
      }
    }
  }

  private String table() {
    return EngineNames.qualified(EngineNames.STATIC, relation.name());
  }

  private static void append(DuckDBAppender appender, CatalogColumn column, String value)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
      return;
    }
    switch (column.storage()) {
      case "BOOLEAN" -> appender.append(value.equals("t"));
      case "SMALLINT" -> appender.append(Short.parseShort(value));
      case "INTEGER" -> appender.append(Integer.parseInt(value));
      case "BIGINT" -> appender.append(Long.parseLong(value));
      case "FLOAT" -> appender.append(Float.parseFloat(value));
      case "DOUBLE" -> appender.append(Double.parseDouble(value));
      case "VARCHAR" -> appender.append(value);
      case "VARCHAR[]" -> appender.append(CopyText.elements(value));
      case "BIGINT[]" -> {
        List<Long> elements = new ArrayList<>();
        for (String element : listElements(column, value)) {
          elements.add(Long.valueOf(element));
        }
        appender.append(elements);
      }
      case "SMALLINT[]" -> {
        List<Short> elements = new ArrayList<>();
        for (String element : listElements(column, value)) {
          elements.add(Short.valueOf(element));
        }
        appender.append(elements);
      }
      default -> throw new SQLException("no static values of type " + column.storage());
    }
  }

  private static List<String> listElements(CatalogColumn column, String value) {
    boolean vector =
        column.type().equals(PgTypes.INT2VECTOR) || column.type().equals(PgTypes.OIDVECTOR);
    return vector ? CopyText.vectorElements(value) : CopyText.elements(value);
  }
}
