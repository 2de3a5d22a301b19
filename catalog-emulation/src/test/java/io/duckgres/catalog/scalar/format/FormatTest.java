package io.duckgres.catalog.scalar.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.datetime.DateTimeParser;
import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.pgtype.datetime.IntervalParser;
import io.duckgres.pgtype.datetime.StringSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates against what PostgreSQL 17.10 made of them. */
class FormatTest {
  @Test
  void readsAndWritesAsPostgresDoes() throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                FormatTest.class.getResourceAsStream("formats.tsv"), StandardCharsets.UTF_8))) {
      for (String line : in.lines().filter(text -> !text.startsWith("#")).toList()) {
        String[] fields = line.split("\t", -1);
        String answer = answer(fields[0], fields[1], fields[2]);
        count++;
        if (!fields[3].equals(answer == null ? "\\N" : answer)) {
          differences.add(line + " <> " + answer);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(count).isGreaterThan(2000);
  }

  private static String answer(String function, String value, String template) {
    try {
      return switch (function) {
        case "char_timestamp" -> DateFormats.timestamp(micros(value), template);
        case "char_interval" ->
            DateFormats.interval(IntervalParser.parse(value, false).engineText(), template);
        case "to_date" -> {
          StringSink out = new StringSink();
          DateTimeText.iso().writeDate(DateFormats.date(value, template), out);
          yield out.toString();
        }
        default -> {
          StringSink out = new StringSink();
          DateTimeText.iso()
              .writeZonedTimestamp(DateFormats.timestamp(value, template, "UTC"), out);
          yield out.toString();
        }
      };
    } catch (PgException e) {
      return "!" + e.state().code() + " " + e.getMessage();
    }
  }

  private static Long micros(String text) {
    LocalDateTime time = (LocalDateTime) DateTimeParser.parseTimestamp(text, InputSettings.DEFAULT);
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
  }
}
