package io.duckgres.gateway.engine;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database without catalog emulation: built-in types, no relations. */
public final class BareCatalog implements EngineCatalog {
  /** Installs nothing. */
  public static final Installer INSTALLER = database -> new BareCatalog();

  private BareCatalog() {}

  @Override
  public SessionView openSession(Connection session) {
    Snapshot snapshot = new Snapshot(session);
    return new SessionView() {
      @Override
      public CatalogSnapshot snapshot() {
        return snapshot;
      }

      @Override
      public void changed(boolean temporary) {}

      @Override
      public void transactionEnded(boolean committed) {}
    };
  }

  @Override
  public void close() {}

  private record Snapshot(Connection session) implements CatalogSnapshot {
    @Override
    public long version() {
      return 0;
    }

    @Override
    public boolean hasSchema(String schema) {
      return schema.equals("pg_catalog");
    }

    @Override
    public Relation relation(String schema, String name) {
      return null;
    }

    @Override
    public Relation relationByOid(int oid) {
      return null;
    }

    @Override
    public PgType type(String schema, String name) {
      return schema.equals("pg_catalog") ? PgTypes.byName(name) : null;
    }

    @Override
    public PgType typeByOid(int oid) {
      return PgTypes.byOid(oid);
    }

    @Override
    public PgType arrayOf(PgType element) {
      return PgTypes.arrayOf(element);
    }

    @Override
    public PgType elementOf(PgType array) {
      return PgTypes.elementOf(array);
    }

    @Override
    public List<Attribute> fieldsOf(PgType composite) {
      return List.of();
    }

    @Override
    public List<String> labelsOf(PgType enumType) {
      return List.of();
    }

    @Override
    public boolean engineHasFunction(String name) {
      return true;
    }

    @Override
    public List<Attribute> describe(String engineSql) {
      try (PreparedStatement statement = session.prepareStatement(engineSql)) {
        ResultSetMetaData metadata = statement.getMetaData();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
          String type = metadata.getColumnTypeName(i);
          DuckDbTypes.Shown shown = DuckDbTypes.shownAs(type);
          attributes.add(
              new Attribute(
                  i,
                  metadata.getColumnName(i),
                  shown.type(),
                  shown.typmod(),
                  false,
                  null,
                  false,
                  type));
        }
        return attributes;
      } catch (SQLException e) {
        throw new PgException(SqlState.INTERNAL_ERROR_, "the engine refuses the query")
            .withCause(EngineErrorReader.read(e));
      }
    }
  }
}
