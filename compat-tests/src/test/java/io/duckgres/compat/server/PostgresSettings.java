package io.duckgres.compat.server;

import java.util.List;

/** What both ways of starting a real PostgreSQL configure, as data. */
final class PostgresSettings {

  static final String LOCALE = "C.UTF-8";
  static final String SUPERUSER = "postgres";
  static final String CLEARTEXT_ROLE = "cleartext";
  static final String TRUSTED_ROLE = "trusted";

  /** Settings of {@code postgresql.conf} for data that lives for one run. */
  static final List<String> VOLATILE =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  /** Settings of {@code postgresql.conf} besides. */
  static final List<String> SERVER =
      List.of(
          "timezone=UTC",
          "log_timezone=UTC",
          "lc_messages=C",
          "ssl=on",
          "max_connections=100",
          "unix_socket_directories=");

  /** Lines of {@code pg_hba.conf}: TLS only, SCRAM unless the role says otherwise. */
  static final List<String> HOST_BASED_AUTHENTICATION =
      List.of(
          "hostssl all " + CLEARTEXT_ROLE + " all password",
          "hostssl all " + TRUSTED_ROLE + " all trust",
          "hostssl all all all scram-sha-256");

  /** Run once after the start, as superuser. */
  static final List<String> ROLES =
      List.of(
          "create role " + CLEARTEXT_ROLE + " login password '" + CLEARTEXT_ROLE + "'",
          "create role " + TRUSTED_ROLE + " login");

  private PostgresSettings() {}
}
