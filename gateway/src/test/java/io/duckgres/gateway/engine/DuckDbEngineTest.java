package io.duckgres.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {
  @TempDir Path directory;
  private EngineRegistry registry;
  private EngineSession session;

  @BeforeEach
  void open() {
    registry = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
  }

  @AfterEach
  void closeAndCheckThatNothingLeaks() {
    session.close();
    registry.close();
  }

  @Test
  void streamsRowsInBatches() {
    try (EngineStatement statement = session.prepare("SELECT range AS i FROM range(5000)")) {
      assertThat(statement.columns()).containsExactly(new EngineColumn("i", "BIGINT"));
      assertThat(statement.returnsRows()).isTrue();
      try (EngineResult.RowStream rows = (EngineResult.RowStream) statement.execute(List.of())) {
        int count = 0;
        for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
          count += batch.getRowCount();
        }
        assertThat(count).isEqualTo(5000);
      }
    }
  }

  @Test
  void aStatementIsOutOfDateOnceDataChange() {
    run("CREATE TABLE t(a INTEGER)");
    try (EngineSession other = registry.engineOf("alice").openSession();
        EngineStatement query = session.prepare("SELECT a FROM t WHERE a > 5")) {
      assertThat(query.isCurrent()).isTrue();
      other.begin();
      try (EngineStatement insert = other.prepare("INSERT INTO t VALUES (9)")) {
        insert.execute(List.of());
      }
      other.commit();
      assertThat(query.isCurrent()).isFalse();
    }
  }

  @Test
  void countsChangedRows() {
    run("CREATE TABLE t(a INTEGER)");
    assertThat(run("INSERT INTO t SELECT * FROM range(7)")).isEqualTo(7);
    assertThat(run("UPDATE t SET a = a + 1")).isEqualTo(7);
  }

  @Test
  void insertReturningReturnsRowsAndCommitsWhenClosedEarly() {
    run("CREATE TABLE t(a INTEGER)");
    try (EngineStatement insert =
            session.prepare("INSERT INTO t SELECT * FROM range(100000) RETURNING a");
        EngineResult result = insert.execute(List.of())) {
      assertThat(((EngineResult.RowStream) result).next().getRowCount()).isPositive();
    }
    assertThat(rows("SELECT count(*) FROM t")).containsExactly(List.of(100000L));
  }

  @Test
  void bindsParameters() {
    try (EngineStatement statement = session.prepare("SELECT $2::INTEGER[], $1::BIGINT + 1")) {
      assertThat(statement.parameterTypes()).containsExactly("BIGINT", "INTEGER[]");
      List<Object> values =
          Arrays.asList(41L, new EngineArray("INTEGER", Arrays.asList(1, null, 3)));
      assertThat(rows(statement, values)).hasToString("[[[1,null,3], 42]]");
    }
  }

  @Test
  void failedStatementCanBeExecutedAgain() {
    try (EngineStatement statement = session.prepare("SELECT $1::VARCHAR::INTEGER")) {
      assertThatThrownBy(() -> statement.execute(List.of("x"))).isInstanceOf(EngineException.class);
      assertThat(rows(statement, List.of("7"))).containsExactly(List.of(7));
    }
  }

  @Test
  void transactionsAreSeparate() {
    run("CREATE TABLE t(a INTEGER)");
    session.begin();
    assertThat(session.inTransaction()).isTrue();
    run("INSERT INTO t VALUES (1)");
    EngineSession other = registry.engineOf("alice").openSession();
    try (EngineStatement count = other.prepare("SELECT count(*) FROM t")) {
      assertThat(rows(count, List.of())).containsExactly(List.of(0L));
      session.rollback();
      assertThat(session.inTransaction()).isFalse();
      assertThat(rows(count, List.of())).containsExactly(List.of(0L));
    } finally {
      other.close();
    }
  }

  @Test
  void cancelEndsAnExecutionAndTheNextStatementIsFine() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Thread canceller =
        new Thread(
            () -> {
              try {
                started.await();
                Thread.sleep(200);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              session.cancel();
            });
    canceller.start();
    try (EngineStatement statement =
        session.prepare("SELECT count(*) FROM range(20000000000) a WHERE a.range % 7 = 3")) {
      started.countDown();
      assertThatThrownBy(() -> rows(statement, List.of()))
          .isInstanceOfSatisfying(
              EngineException.class, error -> assertThat(error.isInterrupt()).isTrue());
    }
    canceller.join();
    assertThat(rows("SELECT 1")).containsExactly(List.of(1));
  }

  @Test
  void cancelEndsAStreamBetweenBatches() {
    try (EngineStatement statement = session.prepare("SELECT range FROM range(50000000)");
        EngineResult.RowStream rows = (EngineResult.RowStream) statement.execute(List.of())) {
      assertThat(rows.next()).isNotNull();
      session.cancel();
      assertThatThrownBy(
              () -> {
                while (rows.next() != null) {
                  // Read what was buffered before the interrupt.
                }
              })
          .isInstanceOfSatisfying(
              EngineException.class, error -> assertThat(error.isInterrupt()).isTrue());
    }
    assertThat(rows("SELECT 1")).containsExactly(List.of(1));
  }

  @Test
  void fieldsOfUnnamedStructsAndEnumsArriveWhole() {
    run("CREATE TYPE mood AS ENUM ('sad', 'ok')");
    assertThat(rows("SELECT row(1, 'x'), 'ok'::mood").get(0)).hasSize(2);
  }

  private long run(String sql) {
    try (EngineStatement statement = session.prepare(sql);
        EngineResult result = statement.execute(List.of())) {
      return result instanceof EngineResult.RowCount count ? count.rows() : -1;
    }
  }

  private List<List<Object>> rows(String sql) {
    try (EngineStatement statement = session.prepare(sql)) {
      return rows(statement, List.of());
    }
  }

  private static List<List<Object>> rows(EngineStatement statement, List<Object> parameters) {
    List<List<Object>> all = new ArrayList<>();
    try (EngineResult.RowStream rows = (EngineResult.RowStream) statement.execute(parameters)) {
      for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
        for (int i = 0; i < batch.getRowCount(); i++) {
          int row = i;
          all.add(batch.getFieldVectors().stream().<Object>map(v -> v.getObject(row)).toList());
        }
      }
    }
    return all;
  }
}
