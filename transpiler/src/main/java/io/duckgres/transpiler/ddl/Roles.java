package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import java.util.Set;

/** Roles as definitions name them. Everything in a database belongs to its one user. */
final class Roles {
  static final String PUBLIC = "public";

  /** The predefined roles. */
  private static final Set<String> PREDEFINED =
      Set.of(
          "pg_checkpoint",
          "pg_create_subscription",
          "pg_database_owner",
          "pg_execute_server_program",
          "pg_maintain",
          "pg_monitor",
          "pg_read_all_data",
          "pg_read_all_settings",
          "pg_read_all_stats",
          "pg_read_server_files",
          "pg_signal_backend",
          "pg_stat_scan_tables",
          "pg_use_reserved_connections",
          "pg_write_all_data",
          "pg_write_server_files");

  private Roles() {}

  /**
   * Accepts the session's user and the roles that are kept.
   *
   * @param role a name; null for none and for CURRENT_USER and its kin
   * @throws io.duckgres.pgtype.PgException 42704 for any other
   */
  static void checkExists(String role, DefinitionContext context) {
    if (!exists(role, context)) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, "role \"" + role + "\" does not exist");
    }
  }

  static boolean exists(String role, DefinitionContext context) {
    return role == null
        || role.equals(context.session().user())
        || PREDEFINED.contains(role)
        || context.catalog().roles().stream().anyMatch(kept -> kept.name().equals(role));
  }
}
