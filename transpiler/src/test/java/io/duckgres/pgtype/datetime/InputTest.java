package io.duckgres.pgtype.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of dates, times and intervals against what PostgreSQL 17.10 made of them. */
class InputTest {
  private static final InputSettings SETTINGS = InputSettings.DEFAULT;

  @Test
  void readsWhatPostgresReads() throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                InputTest.class.getResourceAsStream("inputs.tsv"), StandardCharsets.UTF_8))) {
      for (String line : in.lines().filter(text -> !text.startsWith("#")).toList()) {
        String[] fields = line.split("\t", -1);
        String answer = answer(fields[0], fields[1]);
        count++;
        if (!answer.equals(fields[2])) {
          differences.add(line + " <> " + answer);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(count).isGreaterThan(700);
  }

  private static String answer(String type, String text) {
    try {
      return shown(type, text);
    } catch (PgException e) {
      return "!" + e.state().code() + " " + e.getMessage();
    }
  }

  private static String shown(String type, String text) {
    StringSink out = new StringSink();
    DateTimeText writer = new DateTimeText(SETTINGS.dateStyle(), ZoneOffset.UTC);
    switch (type) {
      case "date" -> {
        Object value = DateTimeParser.parseDate(text, SETTINGS);
        if (value instanceof LocalDate date) {
          writer.writeDate((int) date.toEpochDay(), out);
        } else {
          return value.toString();
        }
      }
      case "timestamp" -> {
        Object value = DateTimeParser.parseTimestamp(text, SETTINGS);
        if (value instanceof LocalDateTime time) {
          writer.writeTimestamp(micros(time), out);
        } else {
          return value.toString();
        }
      }
      case "timestamptz" -> {
        Object value = DateTimeParser.parseZonedTimestamp(text, SETTINGS);
        if (value instanceof OffsetDateTime time) {
          writer.writeZonedTimestamp(micros(time.toLocalDateTime()), out);
        } else {
          return value.toString();
        }
      }
      case "time" -> {
        Object value = DateTimeParser.parseTime(text, SETTINGS);
        writer.writeTime(
            value instanceof java.time.LocalTime time
                ? time.toNanoOfDay() / 1000
                : Instants.MICROS_PER_DAY,
            out);
      }
      case "timetz" -> {
        return DateTimeParser.parseZonedTime(text, SETTINGS);
      }
      default -> {
        IntervalValue value = IntervalParser.parse(text, false);
        new IntervalText("postgres").write(value.months(), value.days(), value.micros(), out);
      }
    }
    return out.toString();
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
  }
}
