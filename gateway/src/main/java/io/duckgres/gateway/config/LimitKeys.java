package io.duckgres.gateway.config;

import java.util.List;

/** The keys of the section {@code limits}: what keeps one client from using up the server. */
final class LimitKeys {
  /** PQ_LARGE_MESSAGE_LIMIT of libpq.h. */
  private static final int LARGEST_MESSAGE = 0x3fffffff - 1;

  static final ConfigKey<Integer> LOGIN_SECONDS =
      limit(
          "login_seconds",
          60,
          1,
          600,
          "How long a client may take to log in, TLS included. PostgreSQL's authentication_timeout.");

  static final ConfigKey<Integer> MESSAGE_BYTES =
      limit(
          "message_bytes",
          LARGEST_MESSAGE,
          10_000,
          LARGEST_MESSAGE,
          "The longest message that a client may send: the text of a query, the values of a row, a piece of COPY data. The default is PostgreSQL's limit.");

  static final ConfigKey<Integer> PARAMETERS =
      limit(
          "parameters",
          65_535,
          1,
          65_535,
          "How many parameters a statement may have. The default is the protocol's limit.");

  static final ConfigKey<Integer> PREPARED_STATEMENTS =
      limit(
          "prepared_statements",
          10_000,
          1,
          1_000_000,
          "How many prepared statements a session may keep.");

  static final ConfigKey<Integer> PORTALS =
      limit(
          "portals",
          10_000,
          1,
          1_000_000,
          "How many portals a session may keep open, cursors among them.");

  private static final List<ConfigKey<?>> ALL =
      List.of(LOGIN_SECONDS, MESSAGE_BYTES, PARAMETERS, PREPARED_STATEMENTS, PORTALS);

  private LimitKeys() {}

  /** All, in the order of the example file. */
  static List<ConfigKey<?>> all() {
    return ALL;
  }

  private static ConfigKey<Integer> limit(
      String name, int defaultValue, int from, int to, String help) {
    String text = Integer.toString(defaultValue);
    return new ConfigKey<>(
        "limits." + name,
        null,
        null,
        defaultValue,
        text,
        text,
        help,
        ConfigParser.number(from, to));
  }
}
