package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Functions of transaction ids.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/functions-info.html#FUNCTIONS-PG-SNAPSHOT">Transaction
 *     ID and Snapshot Information Functions</a>
 */
final class TransactionFunctions {
  private final TransactionNumber number;

  TransactionFunctions(SessionContext context) {
    number = context.number;
  }

  void addTo(SessionFunctions functions) {
    functions.add("pg_current_xact_id", arguments -> Long.toString(number.assigned()));
    functions.add(
        "pg_current_xact_id_if_assigned",
        arguments -> number.ifAssigned() == null ? null : number.ifAssigned().toString());
    functions.add("pg_xact_status", arguments -> status(Long.parseLong(arguments.get(0))));
    functions.add("pg_current_snapshot", arguments -> number.all().snapshot());
  }

  private String status(long id) {
    if (id >= number.all().next()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "transaction ID " + Long.toUnsignedString(id) + " is in the future");
    }
    // The bootstrap and frozen transactions.
    return id == 1 || id == 2 ? "committed" : number.all().status(id);
  }
}
