package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what belongs to one table besides its columns. */
final class StoredTableLoader {
  private final Connection connection;
  private final String database;
  private final String schema;
  private final String table;
  private final boolean temporary;

  private StoredTableLoader(Connection connection, Relation relation) {
    this.connection = connection;
    this.database = relation.engineName().get(0);
    this.schema = relation.engineName().get(1);
    this.table = relation.engineName().get(2);
    this.temporary = relation.schema().equals("pg_temp");
  }

  /** Reads through a connection; the kept view of constraints must be up to date. */
  static StoredTable load(Connection connection, InstanceNames names, Relation table)
      throws SQLException {
    String side = SideSchema.qualifiedName(names.engineDatabase());
    StoredTableLoader loader = new StoredTableLoader(connection, table);
    List<StoredTable.ColumnComment> columns = new ArrayList<>();
    loader.query(
        "SELECT column_name, comment FROM duckdb_columns() WHERE database_name = ? "
            + "AND schema_name = ? AND table_name = ? AND comment IS NOT NULL",
        row -> columns.add(new StoredTable.ColumnComment(row.getString(1), row.getString(2))));
    List<String> comments = new ArrayList<>();
    loader.query(
        "SELECT comment FROM duckdb_tables() WHERE database_name = ? AND schema_name = ? "
            + "AND table_name = ? AND comment IS NOT NULL",
        row -> comments.add(row.getString(1)));
    return new StoredTable(
        loader.constraints(),
        loader.indexes(side),
        comments.isEmpty() ? null : comments.get(0),
        columns,
        loader.referencing());
  }

  private List<StoredTable.Constraint> constraints() throws SQLException {
    List<StoredTable.Constraint> constraints = new ArrayList<>();
    String sql =
        "SELECT contype, column_names, kind_position - 1, conname, expression, referenced_table, "
            + "referenced_column_names, check_text FROM duckgres.engine_.constraints "
            + "WHERE NOT kept AND temporary = ? AND schema_name = ? AND table_name = ? ORDER BY position";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBoolean(1, temporary);
      statement.setString(2, schema);
      statement.setString(3, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ConstraintRecord record =
              new ConstraintRecord(
                  kind(row.getString(1).charAt(0)),
                  strings(row.getArray(2)),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(8));
          constraints.add(
              new StoredTable.Constraint(
                  record, row.getString(5), row.getString(6), strings(row.getArray(7))));
        }
      }
    }
    List<String> checks =
        constraints.stream().anyMatch(StoredTableLoader::isUnknown) ? checks() : List.of();
    constraints.replaceAll(constraint -> withExpression(constraint, checks));
    return constraints;
  }

  private static StoredTable.Constraint withExpression(
      StoredTable.Constraint constraint, List<String> checks) {
    return isUnknown(constraint)
        ? new StoredTable.Constraint(
            constraint.record(),
            checks.get(constraint.record().position()),
            constraint.referencedTable(),
            constraint.referencedColumns())
        : constraint;
  }

  /** Whether it is a check whose expression in the engine's words is not kept. */
  private static boolean isUnknown(StoredTable.Constraint constraint) {
    return constraint.record().kind() == ConstraintRecord.Kind.CHECK
        && constraint.expression() == null;
  }

  /** Expressions of the table's checks in the engine's words, in order. */
  private List<String> checks() throws SQLException {
    List<String> checks = new ArrayList<>();
    query(
        "SELECT expression FROM duckdb_constraints() WHERE constraint_type = 'CHECK' "
            + "AND database_name = ? AND schema_name = ? AND table_name = ? "
            + "ORDER BY constraint_index",
        row -> checks.add(row.getString(1)));
    return checks;
  }

  private List<StoredTable.Index> indexes(String side) throws SQLException {
    List<StoredTable.Index> indexes = new ArrayList<>();
    query(
        "SELECT i.index_name, i.is_unique, i.expressions::VARCHAR[], i.comment, r.table_name, "
            + "r.method, r.key_columns, r.key_texts, r.operator_classes, r.options::VARCHAR[], "
            + "r.key_types::VARCHAR[], r.included, r.predicate, r.nulls_not_distinct, "
            + "r.is_constraint FROM duckdb_indexes() i LEFT JOIN "
            + side
            + ".indexes r ON i.database_name <> 'temp' "
            + "AND r.schema_name = i.schema_name AND r.index_name = i.index_name "
            + "WHERE i.database_name = ? AND i.schema_name = ? AND i.table_name = ?",
        row ->
            indexes.add(
                new StoredTable.Index(
                    row.getString(1),
                    List.of(database, schema, row.getString(1)),
                    row.getBoolean(2),
                    strings(row.getArray(3)),
                    row.getString(4),
                    row.getString(5) == null ? null : record(row))));
    return indexes;
  }

  private static IndexRecord record(ResultSet row) throws SQLException {
    List<String> columns = strings(row.getArray(7));
    List<String> texts = strings(row.getArray(8));
    List<String> classes = strings(row.getArray(9));
    List<String> options = strings(row.getArray(10));
    List<String> types = strings(row.getArray(11));
    List<IndexRecord.Key> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      PgType type = types.get(i) == null ? null : PgTypes.byOid((int) Long.parseLong(types.get(i)));
      keys.add(
          new IndexRecord.Key(
              columns.get(i),
              texts.get(i),
              type,
              classes.get(i),
              Integer.parseInt(options.get(i))));
    }
    return new IndexRecord(
        row.getString(5),
        row.getString(6),
        row.getBoolean(2),
        keys,
        strings(row.getArray(12)),
        row.getString(13),
        row.getBoolean(14),
        row.getBoolean(15));
  }

  private List<String> referencing() throws SQLException {
    List<String> tables = new ArrayList<>();
    query(
        "SELECT DISTINCT table_name FROM duckdb_constraints() WHERE database_name = ? "
            + "AND schema_name = ? AND referenced_table = ? AND constraint_type = 'FOREIGN KEY' "
            + "AND table_name <> referenced_table ORDER BY 1",
        row -> tables.add(row.getString(1)));
    return tables;
  }

  private static ConstraintRecord.Kind kind(char contype) {
    for (ConstraintRecord.Kind kind : ConstraintRecord.Kind.values()) {
      if (kind.code() == contype) {
        return kind;
      }
    }
    throw new IllegalStateException("contype " + contype);
  }

  static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    if (array != null) {
      for (Object element : (Object[]) array.getArray()) {
        strings.add((String) element);
      }
    }
    return strings;
  }

  /** Takes a row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, database);
      statement.setString(2, schema);
      statement.setString(3, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
