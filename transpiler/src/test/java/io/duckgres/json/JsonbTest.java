package io.duckgres.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and errors recorded on PostgreSQL 17.10. */
class JsonbTest {
  @Test
  void textIsCanonical() {
    assertThat(Jsonb.canonical("{\"b\":1,\"a\":{\"x\":[1,2.50,1e3]},\"b\":2}"))
        .isEqualTo("{\"a\": {\"x\": [1, 2.50, 1000]}, \"b\": 2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,}~Expected string, but found \"}\".~JSON data, line 1: {\"a\":1,}",
        "{\"a\" 1}~Expected \":\", but found \"1\".~JSON data, line 1: {\"a\" 1...",
        "[1,2~The input string ended unexpectedly.~JSON data, line 1: [1,2",
        "foo~Token \"foo\" is invalid.~JSON data, line 1: foo",
        "\"a\\qb\"~Escape sequence \"\\q\" is invalid.~JSON data, line 1: \"a\\q...",
        "[1 2]~Expected \",\" or \"]\", but found \"2\".~JSON data, line 1: [1 2...",
        "{1:2}~Expected string or \"}\", but found \"1\".~JSON data, line 1: {1...",
        "[,1]~Expected JSON value, but found \",\".~JSON data, line 1: [,...",
        "01~Token \"01\" is invalid.~JSON data, line 1: 01"
      })
  void errorsSayWhatWasExpected(String json, String detail, String where) {
    assertThatThrownBy(() -> JsonReader.json(json))
        .isInstanceOfSatisfying(
            PgException.class,
            error -> {
              assertThat(error.state()).isEqualTo(SqlState.INVALID_TEXT_REPRESENTATION);
              assertThat(error.getMessage()).isEqualTo("invalid input syntax for type json");
              assertThat(error.detail()).isEqualTo(detail);
              assertThat(error.where()).isEqualTo(where);
            });
  }

  @Test
  void jsonbCannotHoldTheNullCharacter() {
    assertThat(JsonReader.json("\"\\u0000\"").text()).isEqualTo("\0");
    assertThatThrownBy(() -> JsonReader.jsonb("\"\\u0000\""))
        .isInstanceOfSatisfying(
            PgException.class,
            error -> assertThat(error.state()).isEqualTo(SqlState.UNTRANSLATABLE_CHARACTER));
  }

  @Test
  void keysSortAsValuesDo() {
    List<String> ordered =
        List.of("[]", "null", "\"a\"", "-3", "1", "2", "10", "true", "[1, 2]", "{}");
    List<String> keys =
        ordered.stream().map(text -> JsonbOrder.key(JsonReader.jsonb(text))).toList();
    assertThat(keys).isSorted();
    assertThat(JsonbOrder.key(JsonReader.jsonb("1.0")))
        .isEqualTo(JsonbOrder.key(JsonReader.jsonb("1")));
  }
}
