package io.duckgres.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are those of PostgreSQL 17.10. */
class SessionSettingsTest {
  private final SessionSettings settings =
      new SessionSettings(Map.of("session_authorization", "alice"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "work_mem|64MB|64MB",
        "work_mem|65536|64MB",
        "work_mem|65537|65537kB",
        "statement_timeout|1min|1min",
        "statement_timeout|90s|90s",
        "statement_timeout|0|0",
        "enable_seqscan|of|off",
        "enable_seqscan|TRUE|on",
        "enable_seqscan|1|on",
        "extra_float_digits|-15|-15",
        "IntervalStyle|ISO_8601|iso_8601",
        "TimeZone|-3|<-03>+03",
        "TimeZone|europe/berlin|Europe/Berlin",
        "TimeZone|utc|UTC",
        "DateStyle|german|German, DMY",
        "DateStyle|sql, dmy|SQL, DMY",
        "DateStyle|ymd|ISO, YMD",
        "client_encoding|utf-8|UTF8",
        "client_encoding|UNICODE|UNICODE",
        "client_encoding|sql_ascii|SQL_ASCII",
        "application_name|ä|\\xc3\\xa4",
        "vacuum_cost_delay|1ms|1ms",
        "geqo_selection_bias|1.75|1.75",
        "a.b|x|x",
        "seed|0.5|unavailable",
        "role|none|none"
      })
  void showsWhatWasSet(String name, String value, String shown) {
    settings.set(name, value, false);

    assertThat(settings.get(name)).isEqualTo(shown);
    assertThat(settings.get(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nope|1|42704|unrecognized configuration parameter \"nope\"|",
        "extra_float_digits|99|22023|99 is outside the valid range for parameter \"extra_float_digits\" (-15 .. 3)|",
        "extra_float_digits|x|22023|invalid value for parameter \"extra_float_digits\": \"x\"|",
        "work_mem|1 zB|22023|invalid value for parameter \"work_mem\": \"1 zB\"|Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\".",
        "work_mem|1|22023|1 kB is outside the valid range for parameter \"work_mem\" (64 kB .. 2147483647 kB)|",
        "geqo_selection_bias|9|22023|9 is outside the valid range for parameter \"geqo_selection_bias\" (1.5 .. 2)|",
        "enable_seqscan|maybe|22023|parameter \"enable_seqscan\" requires a Boolean value|",
        "IntervalStyle|foo|22023|invalid value for parameter \"IntervalStyle\": \"foo\"|Available values: postgres, postgres_verbose, sql_standard, iso_8601.",
        "TimeZone|nowhere|22023|invalid value for parameter \"TimeZone\": \"nowhere\"|",
        "DateStyle|foo|22023|invalid value for parameter \"DateStyle\": \"foo\"|",
        "client_encoding|foo|22023|invalid value for parameter \"client_encoding\": \"foo\"|",
        "client_encoding|latin1|0A000|client_encoding = latin1 is not supported|",
        "standard_conforming_strings|off|0A000|standard_conforming_strings = off is not supported|",
        "server_version|1|55P02|parameter \"server_version\" cannot be changed|",
        "shared_buffers|1|55P02|parameter \"shared_buffers\" cannot be changed without restarting the server|",
        "log_destination|x|55P02|parameter \"log_destination\" cannot be changed now|",
        "ignore_system_indexes|on|55P02|parameter \"ignore_system_indexes\" cannot be set after connection start|",
        "session_authorization|x|22023|role \"x\" does not exist|"
      })
  void refusesAsPostgres(String name, String value, String state, String message, String hint) {
    assertThatThrownBy(() -> settings.set(name, value, false))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            PgException.class,
            e -> {
              assertThat(e.state().code()).isEqualTo(state);
              assertThat(e.hint()).isEqualTo(hint);
            });
  }

  @Test
  void knowsNoParameterThatNobodyHasSet() {
    assertThat(settings.find("a.c")).isNull();
    assertThatThrownBy(() -> settings.get("nope"))
        .hasMessage("unrecognized configuration parameter \"nope\"");
  }

  @Test
  void undoesWhatATransactionHasSet() {
    settings.set("work_mem", "1MB", false);
    settings.commit();
    settings.set("work_mem", "2MB", false);
    settings.set("application_name", "x", false);
    settings.rollback();

    assertThat(settings.get("work_mem")).isEqualTo("1MB");
    assertThat(settings.get("application_name")).isEmpty();
  }

  @Test
  void forgetsLocalValuesAtCommit() {
    settings.set("work_mem", "1MB", false);
    settings.set("work_mem", "2MB", true);
    settings.set("TimeZone", "Asia/Tokyo", true);
    assertThat(settings.get("work_mem")).isEqualTo("2MB");
    settings.commit();

    assertThat(settings.get("work_mem")).isEqualTo("1MB");
    assertThat(settings.get("TimeZone")).isEqualTo("UTC");
  }

  @Test
  void resetsToTheSessionsOwnDefaults() {
    settings.start("work_mem", "3MB");
    settings.set("work_mem", "1MB", false);
    settings.set("TimeZone", "Asia/Tokyo", false);
    settings.resetAll();

    assertThat(settings.get("work_mem")).isEqualTo("3MB");
    assertThat(settings.get("TimeZone")).isEqualTo("UTC");
    assertThat(settings.changed())
        .containsOnly(Map.entry("work_mem", "3MB"), Map.entry("session_authorization", "alice"));
  }

  @Test
  void reportsInTheOrderOfPostgresAndThenChangesOnly() {
    assertThat(settings.greeting())
        .containsExactly(
            Map.entry("in_hot_standby", "off"),
            Map.entry("integer_datetimes", "on"),
            Map.entry("TimeZone", "UTC"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("is_superuser", "on"),
            Map.entry("application_name", ""),
            Map.entry("default_transaction_read_only", "off"),
            Map.entry("scram_iterations", "4096"),
            Map.entry("DateStyle", "ISO, MDY"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("session_authorization", "alice"),
            Map.entry("client_encoding", "UTF8"),
            Map.entry("server_version", "17.10"),
            Map.entry("server_encoding", "UTF8"));
    assertThat(settings.changes()).isEmpty();

    settings.set("DateStyle", "German", false);
    assertThat(settings.changes()).containsExactly(Map.entry("DateStyle", "German, DMY"));
    assertThat(settings.changes()).isEmpty();
  }

  @Test
  void findsTheZoneOfEveryValue() {
    assertThat(TimeZones.zone("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(TimeZones.zone("<-03>+03")).isEqualTo(ZoneOffset.ofHours(-3));
    assertThat(TimeZones.engineName("<-03>+03")).isEqualTo("Etc/GMT+3");
  }

  @Test
  void readsStartupOptions() {
    assertThat(StartupOptions.parse("-c a=1 -cb=x\\ y  --statement-timeout=5"))
        .containsExactly(
            Map.entry("a", "1"), Map.entry("b", "x y"), Map.entry("statement_timeout", "5"));
    assertThatThrownBy(() -> StartupOptions.parse("-x"))
        .hasMessage("invalid command-line argument for server process: -x");
  }
}
