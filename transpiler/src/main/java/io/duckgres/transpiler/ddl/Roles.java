package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;

/** Roles as definitions name them: everything in a database belongs to its one user. */
final class Roles {
  private Roles() {}

  /**
   * Accepts the session's user.
   *
   * @param role a name; null for none and for CURRENT_USER and its kin
   * @throws io.duckgres.pgtype.PgException 42704 for any other
   */
  static void checkExists(String role, DefinitionContext context) {
    if (role != null && !role.equals(context.session().user())) {
      throw Errors.of(SqlState.UNDEFINED_OBJECT, "role \"" + role + "\" does not exist");
    }
  }
}
