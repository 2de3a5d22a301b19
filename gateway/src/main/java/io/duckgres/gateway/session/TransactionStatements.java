package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan.Transaction;

/**
 * BEGIN, COMMIT, ROLLBACK and their kin, with the warnings of xact.c.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-begin.html">BEGIN</a>
 */
final class TransactionStatements {
  private final SessionContext context;
  private final TransactionState transaction;
  private final SavepointStatements savepoints;
  private final TransactionCharacteristics characteristics;

  TransactionStatements(
      SessionContext context, TransactionState transaction, SavepointStatements savepoints) {
    this.context = context;
    this.transaction = transaction;
    this.savepoints = savepoints;
    characteristics = new TransactionCharacteristics(context.settings, transaction);
  }

  /** Executes the statement and returns its tag. */
  String run(Transaction plan) {
    return switch (plan.command()) {
      case BEGIN -> begin(plan, "BEGIN");
      case START_TRANSACTION -> begin(plan, "START TRANSACTION");
      case COMMIT -> commit(plan);
      case ROLLBACK -> rollback(plan);
      case SET -> set(plan);
      case SET_SESSION -> setSession(plan);
      case SAVEPOINT -> savepoints.define(plan.savepoint());
      case RELEASE -> savepoints.release(plan.savepoint());
      case ROLLBACK_TO -> savepoints.rollbackTo(plan.savepoint());
    };
  }

  private String begin(Transaction plan, String tag) {
    if (transaction.isExplicit()) {
      warn(SqlState.ACTIVE_SQL_TRANSACTION, "there is already a transaction in progress");
    } else {
      transaction.begin();
      if (context.settings.isOn("default_transaction_read_only")) {
        context.settings.set("transaction_read_only", "on", true);
      }
      String isolation = context.settings.get("default_transaction_isolation");
      if (!isolation.equals(context.settings.get("transaction_isolation"))) {
        context.settings.set("transaction_isolation", isolation, true);
      }
    }
    characteristics(plan);
    return tag;
  }

  private String commit(Transaction plan) {
    if (!transaction.isExplicit()) {
      outsideBlock(plan, "COMMIT");
    }
    boolean failed = transaction.isFailed();
    Characteristics chained = Characteristics.of(context.settings);
    if (failed) {
      transaction.rollback();
    } else {
      transaction.commit();
    }
    chain(plan, chained);
    return failed ? "ROLLBACK" : "COMMIT";
  }

  private String rollback(Transaction plan) {
    if (!transaction.isExplicit()) {
      outsideBlock(plan, "ROLLBACK");
    }
    Characteristics chained = Characteristics.of(context.settings);
    transaction.rollback();
    chain(plan, chained);
    return "ROLLBACK";
  }

  private void outsideBlock(Transaction plan, String command) {
    if (plan.chain()) {
      throw new PgException(
          SqlState.NO_ACTIVE_SQL_TRANSACTION,
          command + " AND CHAIN can only be used in transaction blocks");
    }
    warn(SqlState.NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress");
  }

  private void chain(Transaction plan, Characteristics characteristics) {
    if (plan.chain()) {
      transaction.begin();
      characteristics.restore(context.settings);
    }
  }

  private String set(Transaction plan) {
    if (transaction.isInBlock()) {
      characteristics(plan);
    } else {
      warn(
          SqlState.NO_ACTIVE_SQL_TRANSACTION,
          "SET TRANSACTION can only be used in transaction blocks");
    }
    return "SET";
  }

  private String setSession(Transaction plan) {
    apply(plan, "default_transaction_", false);
    return "SET";
  }

  private void characteristics(Transaction plan) {
    apply(plan, "transaction_", true);
  }

  private void apply(Transaction plan, String prefix, boolean local) {
    if (plan.isolation() != null) {
      characteristics.set(prefix + "isolation", plan.isolation(), local);
    }
    if (plan.readOnly() != null) {
      characteristics.set(prefix + "read_only", plan.readOnly() ? "on" : "off", local);
    }
    if (plan.deferrable() != null) {
      characteristics.set(prefix + "deferrable", plan.deferrable() ? "on" : "off", local);
    }
  }

  private void warn(SqlState state, String message) {
    context.notice(PgNotice.warning(state, message));
  }

  /** What AND CHAIN carries over. */
  private record Characteristics(String isolation, String readOnly, String deferrable) {
    static Characteristics of(io.duckgres.gateway.settings.SessionSettings settings) {
      return new Characteristics(
          settings.get("transaction_isolation"),
          settings.get("transaction_read_only"),
          settings.get("transaction_deferrable"));
    }

    void restore(io.duckgres.gateway.settings.SessionSettings settings) {
      settings.set("transaction_isolation", isolation, true);
      settings.set("transaction_read_only", readOnly, true);
      settings.set("transaction_deferrable", deferrable, true);
    }
  }
}
