package io.duckgres.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.InputSettings;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order, storage and binary format of the types that are stored as text. */
class ValueFormsTest {
  private static String stored(String type, String text) {
    return ValueForms.of(PgTypes.byName(type)).read(text, InputSettings.DEFAULT);
  }

  private static String key(String type, String text) {
    return ValueForms.of(PgTypes.byName(type)).key(stored(type, text));
  }

  @Test
  void allAreStoredAsText() {
    assertThat(ValueForms.all().keySet())
        .allSatisfy(type -> assertThat(DuckDbTypes.storageOf(type, -1)).isEqualTo("VARCHAR"));
  }

  /** Values in PostgreSQL's order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inet|9.0.0.0/8 10.0.0.0/8 10.0.0.1 10.0.0.2 192.168.1.5/24 ::1 fe80::1/64",
        "numrange|empty (,1) [-10,3] [-1.5,3] [0,) [0.001,) [1,2) [1,2] (1,2] [99.99,100) [100,)",
        "int4range|empty (,3) [-5,3) [1,3) [1,5) [1,)",
        "nummultirange|{} {[1,2)} {[1,2),[3,4)} {[1,5)}",
        "pg_lsn|0/A 0/B0 2/0 10/0",
        "tid|(0,70) (1,2) (10,1)"
      })
  void keysSortAsValuesDo(String type, String values) {
    List<String> keys = List.of(values.split(" ")).stream().map(text -> key(type, text)).toList();
    assertThat(keys).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void equalRangesOfNumericHaveEqualKeys() {
    assertThat(key("numrange", "[1.0,2.00)")).isEqualTo(key("numrange", "[1,2)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cidr|10.1.0.0/16",
        "macaddr8|08:00:2b:01:02:03:04:05",
        "tstzrange|[2024-01-01 10:00+02,infinity)",
        "nummultirange|{[-12345.6789,0.001],[100000000,)}",
        "path|[(0,0),(1,1.5)]",
        "tsvector|fat:2B cat:1,3A",
        "tsquery|a & !b <-> c:*AB",
        "varbit|10101010101"
      })
  void binaryFormatReadsBackAsTheSameValue(String type, String text) {
    ValueForm form = ValueForms.of(PgTypes.byName(type));
    String stored = stored(type, text);
    assertThat(form.receive(new BinaryReader(ByteBuffer.wrap(form.send(stored)))))
        .isEqualTo(stored);
  }
}
