package io.duckgres.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How DuckDB's own types are shown, and PostgreSQL's types over other storage than usual. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTypesTest {
  @TempDir static Path directory;
  private EngineRegistry registry;
  private EngineSession session;

  @BeforeAll
  void open() {
    registry = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
    try (EngineStatement type = session.prepare("CREATE TYPE mood AS ENUM ('sad', 'so so')")) {
      type.execute(List.of()).close();
    }
  }

  @AfterAll
  void close() {
    session.close();
    registry.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1::TINYINT|int2|1",
        "255::UTINYINT|int2|255",
        "65535::USMALLINT|int4|65535",
        "4294967295::UINTEGER|int8|4294967295",
        "18446744073709551615::UBIGINT|numeric|18446744073709551615",
        "170141183460469231731687303715884105727::HUGEINT|numeric"
            + "|170141183460469231731687303715884105727",
        "(-170141183460469231731687303715884105728)::HUGEINT|numeric"
            + "|-170141183460469231731687303715884105728",
        "340282366920938463463374607431768211455::UHUGEINT|numeric"
            + "|340282366920938463463374607431768211455",
        "0::HUGEINT|numeric|0",
        "1.50::DECIMAL(38,18)|numeric|1.5",
        "100::DECIMAL(38,18)|numeric|100",
        "(-0.000000000000000001)::DECIMAL(38,18)|numeric|-0.000000000000000001",
        "12345678901234567890.5::DECIMAL(38,18)|numeric|12345678901234567890.5",
        "TIMESTAMP_S '2020-01-02 03:04:05'|timestamp|2020-01-02 03:04:05",
        "TIMESTAMP_MS '2020-01-02 03:04:05.006'|timestamp|2020-01-02 03:04:05.006",
        "TIMESTAMP_NS '2020-01-02 03:04:05.006007008'|timestamp|2020-01-02 03:04:05.006007",
        "'sad'::mood|text|sad",
        "['so so'::mood, NULL, 'sad']|_text|{\"so so\",NULL,sad}",
        "[1, 2]::INTEGER[2]|_int4|{1,2}",
        "[[1], [2, NULL]]|_int4|{{1},{2,NULL}}",
        "[]::INTEGER[]|_int4|{}",
        "[[]]::INTEGER[][]|_int4|{}",
        "[NULL]::INTEGER[]|_int4|{NULL}",
        "['10:00:00+05:30'::TIMETZ]|_timetz|{10:00:00+05:30}",
        "['101'::BIT]|_varbit|{101}",
        "[uuid '00000000-0000-0000-0000-000000000001']|_uuid"
            + "|{00000000-0000-0000-0000-000000000001}",
        "row(1, 'x y', NULL, '')|record|(1,\"x y\",,\"\")",
        "{'a': 1, 'b': {'c': [1, 2], 'd': 'q\"'}}|record|(1,\"(\"\"{1,2}\"\",\"\"q\"\"\"\"\"\")\")",
        "[{'a': 1}]|_record|{(1)}",
        "MAP {'a': 1, 'b': NULL}|json|{\"a\":1,\"b\":null}",
        "MAP {1: [DATE '2020-01-01']}|json|{\"1\":[\"2020-01-01\"]}",
        "union_value(k := 1)|json|1",
        "'{\"a\":  1}'::JSON|json|{\"a\":  1}",
        "NULL::INTEGER|int4|`null`",
        "'infinity'::DATE|date|infinity",
        "INTERVAL '1 month -2 days'|interval|1 mon -2 days",
      })
  void showsValue(String expression, String type, String text) {
    ResultColumn column = column(expression);
    assertThat(column.type()).isEqualTo(PgTypes.byName(type));
    List<byte[]> values = values(expression, column, 0);
    assertThat(values).hasSize(1);
    String shown =
        values.get(0) == null ? "null" : new String(values.get(0), StandardCharsets.UTF_8);
    assertThat(shown).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 1, 'b': NULL::VARCHAR}|0000000200000017000000040000000100000019ffffffff",
        "18446744073709551615::UBIGINT|000500040000000007341a5802e103bb064f",
        "'sad'::mood|736164",
        "[[1,2],[3,NULL]]|000000020000000100000017000000020000000100000002000000010000000400000001"
            + "00000004000000020000000400000003ffffffff",
      })
  void showsValueInBinary(String expression, String hexadecimal) {
    assertThat(HexFormat.of().formatHex(values(expression, column(expression), 1).get(0)))
        .isEqualTo(hexadecimal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "42::INTEGER|text|42",
        "DATE '2020-01-01'|varchar|2020-01-01",
        "7::BIGINT|int4|7",
        "7::DECIMAL(4,0)|int8|7",
        "DATE '2020-01-01'|timestamp|2020-01-01 00:00:00",
        "'NaN'|numeric|NaN",
        "'1.500'|numeric|1.500",
        "'r'|char|r",
        "1.5::DECIMAL(4,2)|float8|1.5",
        "7::INTEGER|numeric|7",
        "'0044-01-01'|date|0044-01-01",
      })
  void showsOtherStorageAsTheTypeThatWasPlanned(String expression, String type, String text) {
    ResultColumn column = ResultColumn.of("v", PgTypes.byName(type));
    assertThat(new String(values(expression, column, 0).get(0), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void enumsChangeWithTheBatch() {
    ResultColumn column = ResultColumn.of("v", PgTypes.TEXT);
    List<byte[]> values =
        values(
            "(CASE WHEN i % 2 = 0 THEN 'sad' ELSE 'so so' END)::mood FROM range(5000) r(i)",
            column, 0);
    assertThat(values).hasSize(5000);
    assertThat(values.get(4998)).isEqualTo("sad".getBytes(StandardCharsets.UTF_8));
    assertThat(values.get(4999)).isEqualTo("so so".getBytes(StandardCharsets.UTF_8));
  }

  private ResultColumn column(String expression) {
    try (EngineStatement statement = session.prepare("SELECT " + expression)) {
      return ResultShapes.of(statement.columns()).columns().get(0);
    }
  }

  private List<byte[]> values(String expression, ResultColumn column, int format) {
    FormatSettings settings = RoundTrip.settings(JsonNodeFactory.instance.objectNode());
    RowEncoder encoder =
        ResultCodecs.encoder(List.of(column), new short[] {(short) format}, settings, null);
    ByteBuf out = Unpooled.buffer();
    try (EngineStatement statement = session.prepare("SELECT " + expression);
        RowStream rows = (RowStream) statement.execute(List.of())) {
      for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
        encoder.encode(batch, 0, batch.getRowCount(), out);
      }
    }
    List<byte[]> values = new ArrayList<>();
    while (out.isReadable()) {
      out.skipBytes(7);
      int length = out.readInt();
      byte[] value = length < 0 ? null : new byte[length];
      if (value != null) {
        out.readBytes(value);
      }
      values.add(value);
    }
    return values;
  }
}
