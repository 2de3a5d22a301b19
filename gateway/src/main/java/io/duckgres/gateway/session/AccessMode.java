package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CommandTag;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/**
 * What a read-only transaction refuses: all writing but of rows of temporary tables.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-set-transaction.html">SET TRANSACTION</a>;
 *     PreventCommandIfReadOnly of utility.c
 */
final class AccessMode {
  private static final String TEMPORARY = "temp";

  private final SessionContext context;
  private final TransactionState transaction;

  AccessMode(SessionContext context, TransactionState transaction) {
    this.context = context;
    this.transaction = transaction;
  }

  /**
   * Refuses a plan that writes.
   *
   * @throws PgException 25006
   */
  void check(StatementPlan.Engine plan) {
    EngineStep last = plan.resultStep();
    if (plan.writes()) {
      if (plan.changesCatalog() || !isTemporary(last.target())) {
        check(plan.tag());
      }
    } else if (last.sequence() != null && !last.sequence().startsWith(TEMPORARY + ".")) {
      check("nextval()");
    }
  }

  private static boolean isTemporary(List<String> table) {
    return !table.isEmpty() && table.get(0).equals(TEMPORARY);
  }

  /** Refuses a statement of this tag. */
  void check(CommandTag tag) {
    check(tag.equals(CommandTag.INSERT) ? "INSERT" : tag.text());
  }

  /**
   * Refuses to write.
   *
   * @param command how the message names the statement
   * @throws PgException 25006
   */
  void check(String command) {
    boolean readOnly =
        context.settings.isOn("transaction_read_only")
            || !transaction.isExplicit() && context.settings.isOn("default_transaction_read_only");
    if (readOnly) {
      throw new PgException(
          SqlState.READ_ONLY_SQL_TRANSACTION,
          "cannot execute " + command + " in a read-only transaction");
    }
  }
}
