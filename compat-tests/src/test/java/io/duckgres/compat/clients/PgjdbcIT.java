package io.duckgres.compat.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.compat.server.JdbcConnections;
import io.duckgres.compat.server.ServerUnderTest;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Java programs do, in the driver's protocol modes; results after the fifth run are binary.
 */
class PgjdbcIT {

  private static final int RUNS_UNTIL_BINARY = 7;

  private Connection connection;

  @BeforeEach
  void makeSchema() throws SQLException {
    try (Connection setup = open("simple");
        Statement statement = setup.createStatement()) {
      statement.execute("drop schema if exists pgjdbc cascade");
      statement.execute("create schema pgjdbc");
    }
  }

  @AfterEach
  void disconnect() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "extended", "extendedForPrepared", "extendedCacheEverything"})
  void readsAndWritesValues(String mode) throws SQLException {
    connect(mode);
    run(
        "create table t (i int, l bigint, n numeric(10, 2), d double precision, s text, b boolean,"
            + " day date, at timestamptz, u uuid, x bytea, a int[])");
    UUID uuid = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
    OffsetDateTime at = OffsetDateTime.parse("2024-05-06T07:08:09.123Z");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into t values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, 7);
      insert.setLong(2, Long.MAX_VALUE);
      insert.setBigDecimal(3, new BigDecimal("12.34"));
      insert.setDouble(4, 0.1);
      insert.setString(5, "grüße");
      insert.setBoolean(6, true);
      insert.setObject(7, LocalDate.of(2024, 2, 29));
      insert.setObject(8, at);
      insert.setObject(9, uuid);
      insert.setBytes(10, new byte[] {0, 1, -1});
      insert.setArray(11, connection.createArrayOf("int4", new Integer[] {1, null, 3}));
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    try (PreparedStatement select = connection.prepareStatement("select * from t where i = ?")) {
      for (int run = 0; run < RUNS_UNTIL_BINARY; run++) {
        select.setInt(1, 7);
        try (ResultSet row = select.executeQuery()) {
          assertThat(row.next()).isTrue();
          assertThat(row.getInt(1)).isEqualTo(7);
          assertThat(row.getLong(2)).isEqualTo(Long.MAX_VALUE);
          assertThat(row.getBigDecimal(3)).isEqualTo(new BigDecimal("12.34"));
          assertThat(row.getDouble(4)).isEqualTo(0.1);
          assertThat(row.getString(5)).isEqualTo("grüße");
          assertThat(row.getBoolean(6)).isTrue();
          assertThat(row.getObject(7, LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
          assertThat(row.getObject(8, OffsetDateTime.class)).isEqualTo(at);
          assertThat(row.getObject(9, UUID.class)).isEqualTo(uuid);
          assertThat(row.getBytes(10)).containsExactly(0, 1, -1);
          Array array = row.getArray(11);
          assertThat((Object[]) array.getArray()).containsExactly(1, null, 3);
          assertThat(row.next()).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "extended"})
  void batchesAndGeneratedKeys(String mode) throws SQLException {
    connect(mode);
    run("create table t (id int primary key, v text)");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into t values (?, ?)", new String[] {"id"})) {
      for (int i = 0; i < 100; i++) {
        insert.setInt(1, i);
        insert.setString(2, "v" + i);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(100).containsOnly(1);
    }
    assertThat(strings("select count(*) from t")).containsExactly("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended", "extendedForPrepared"})
  void fetchesInPortions(String mode) throws SQLException {
    connect(mode);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(100);
      try (ResultSet rows = statement.executeQuery("select g from generate_series(1, 1050) g")) {
        long sum = 0;
        while (rows.next()) {
          sum += rows.getLong(1);
        }
        assertThat(sum).isEqualTo(1050L * 1051 / 2);
      }
    }
    connection.commit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "extended"})
  void errorsCarryTheStateAndLeaveTheConnectionUsable(String mode) throws SQLException {
    connect(mode);
    assertThatThrownBy(() -> run("select no_such_column"))
        .isInstanceOfSatisfying(
            SQLException.class, error -> assertThat(error.getSQLState()).isEqualTo("42703"));
    assertThat(strings("select 1")).containsExactly("1");
    connection.setAutoCommit(false);
    assertThatThrownBy(() -> run("select 1/0")).hasMessageContaining("division by zero");
    assertThatThrownBy(() -> run("select 1"))
        .isInstanceOfSatisfying(
            SQLException.class, error -> assertThat(error.getSQLState()).isEqualTo("25P02"));
    connection.rollback();
    assertThat(strings("select 1")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended"})
  void describesTablesColumnsAndKeys(String mode) throws SQLException {
    connect(mode);
    run("create table t (id int primary key, name varchar(20) not null, amount numeric(8, 2))");
    run("create view v as select id from t");
    DatabaseMetaData metadata = connection.getMetaData();
    assertThat(metadata.getDatabaseProductName()).isEqualTo("PostgreSQL");
    assertThat(
            column(metadata.getTables(null, "pgjdbc", "%", new String[] {"TABLE"}), "TABLE_NAME"))
        .containsExactly("t");
    assertThat(column(metadata.getTables(null, "pgjdbc", "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .containsExactly("v");
    assertThat(column(metadata.getColumns(null, "pgjdbc", "t", "%"), "TYPE_NAME"))
        .containsExactly("int4", "varchar", "numeric");
    assertThat(column(metadata.getColumns(null, "pgjdbc", "t", "%"), "COLUMN_SIZE"))
        .containsExactly("10", "20", "8");
    assertThat(column(metadata.getPrimaryKeys(null, "pgjdbc", "t"), "COLUMN_NAME"))
        .containsExactly("id");
    assertThat(column(metadata.getSchemas(), "TABLE_SCHEM")).contains("pgjdbc", "public");
    assertThat(column(metadata.getTypeInfo(), "TYPE_NAME")).contains("int4", "text", "numeric");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended"})
  void resultMetadataNamesTableAndPrecision(String mode) throws SQLException {
    connect(mode);
    run("create table t (id int primary key, name varchar(20), amount numeric(8, 2))");
    try (PreparedStatement select = connection.prepareStatement("select * from t where id = ?")) {
      ResultSetMetaData columns = select.getMetaData();
      assertThat(columns.getColumnTypeName(2)).isEqualTo("varchar");
      assertThat(columns.getPrecision(2)).isEqualTo(20);
      assertThat(columns.getScale(3)).isEqualTo(2);
      assertThat(columns.getTableName(1)).isEqualTo("t");
      assertThat(select.getParameterMetaData().getParameterTypeName(1)).isEqualTo("int4");
    }
  }

  @Test
  void bindsAuthenticationToTheTlsChannel() throws SQLException {
    connection =
        JdbcConnections.open(
            ServerUnderTest.endpoint(),
            Map.of("preferQueryMode", "extended", "channelBinding", "require"));
    assertThat(strings("select 1")).containsExactly("1");
  }

  private void connect(String mode) throws SQLException {
    connection = open(mode);
    run("set search_path = pgjdbc");
  }

  private static Connection open(String mode) throws SQLException {
    return JdbcConnections.open(ServerUnderTest.endpoint(), Map.of("preferQueryMode", mode));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return column(statement.executeQuery(sql), null);
    }
  }

  private static List<String> column(ResultSet results, String name) throws SQLException {
    List<String> values = new ArrayList<>();
    try (results) {
      while (results.next()) {
        values.add(name == null ? results.getString(1) : results.getString(name));
      }
    }
    return values;
  }
}
