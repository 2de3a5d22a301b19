package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.SequenceState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads users' sequences with what is kept of them beside the engine's catalog. */
final class SequenceLoader {
  private SequenceLoader() {}

  static List<SequenceState> load(Connection connection, InstanceNames names) throws SQLException {
    String sql =
        "SELECT s.schema_name, s.temporary, s.sequence_name, s.min_value, s.max_value, "
            + "s.increment_by, s.cycle, coalesce(r.start_value, s.start_value), "
            + "coalesce(r.type_oid, 20), r.table_name, r.column_name, "
            + "o.number, s.sequence_oid FROM duckdb_sequences() s LEFT JOIN "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".objects o ON NOT s.temporary AND o.class = 'r' AND o.schema_name = s.schema_name "
            + "AND o.object_name = s.sequence_name "
            + "LEFT JOIN "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".sequences r ON NOT s.temporary AND r.schema_name = s.schema_name "
            + "AND r.sequence_name = s.sequence_name "
            + "WHERE (s.database_name = ? OR s.temporary) AND s.schema_name <> "
            + EngineNames.literal(EngineNames.SIDE_SCHEMA);
    List<SequenceState> sequences = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, names.engineDatabase());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          boolean temporary = row.getBoolean(2);
          String database = temporary ? EngineNames.TEMP_DATABASE : names.engineDatabase();
          Relation relation =
              new Relation(
                  EngineNames.objectOid(EngineNames.number(row, 12, 13)),
                  ContentLoader.schema(row.getString(1), temporary),
                  row.getString(3),
                  Relation.Kind.SEQUENCE,
                  List.of(database, row.getString(1), row.getString(3)),
                  ContentLoader.SEQUENCE_ATTRIBUTES);
          sequences.add(state(relation, row));
        }
      }
    }
    return List.copyOf(sequences);
  }

  private static SequenceState state(Relation relation, ResultSet row) throws SQLException {
    PgType type = PgTypes.byOid(row.getInt(9));
    return new SequenceState(
        relation,
        integer(row, 4),
        integer(row, 5),
        integer(row, 6),
        row.getBoolean(7),
        new SequenceRecord(integer(row, 8), type, row.getString(10), row.getString(11)));
  }

  private static BigInteger integer(ResultSet row, int column) throws SQLException {
    return new BigDecimal(row.getObject(column).toString()).toBigInteger();
  }
}
