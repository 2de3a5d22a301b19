package io.duckgres.gateway.session;

import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.Locale;

/**
 * Isolation level, access mode and deferrability of the transaction that runs: when they may still
 * be changed.
 *
 * <p>Source: {@code src/backend/commands/variable.c} (check_transaction_isolation and its
 * neighbours).
 */
final class TransactionCharacteristics {
  private final SessionSettings settings;
  private final TransactionState transaction;

  TransactionCharacteristics(SessionSettings settings, TransactionState transaction) {
    this.settings = settings;
    this.transaction = transaction;
  }

  /**
   * Sets a run-time parameter, which may be one of the transaction's.
   *
   * @throws PgException 25001 when it is too late to change it, and what {@link
   *     SessionSettings#set} throws
   */
  void set(String name, String value, boolean local) {
    String before = settings.find(name);
    if (transaction.isInBlock()) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "transaction_isolation" -> checkIsolation(before, value);
        case "transaction_read_only" -> checkReadOnly(value);
        case "transaction_deferrable" -> checkDeferrable();
        default -> {
          // It may be changed at any time.
        }
      }
    }
    settings.set(name, value, local);
  }

  private void checkIsolation(String before, String value) {
    if (value.equalsIgnoreCase(before)) {
      return;
    }
    if (transaction.hasQueried()) {
      throw tooLate("SET TRANSACTION ISOLATION LEVEL must be called before any query");
    }
    if (!transaction.savepoints().isEmpty()) {
      throw tooLate("SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction");
    }
  }

  private void checkReadOnly(String value) {
    boolean widens = settings.isOn("transaction_read_only") && !isOn(value);
    if (!widens) {
      return;
    }
    if (!transaction.savepoints().isEmpty()) {
      throw tooLate("cannot set transaction read-write mode inside a read-only transaction");
    }
    if (transaction.hasQueried()) {
      throw tooLate("transaction read-write mode must be set before any query");
    }
  }

  private static boolean isOn(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes", "1", "t", "y" -> true;
      default -> false;
    };
  }

  private void checkDeferrable() {
    if (!transaction.savepoints().isEmpty()) {
      throw tooLate("SET TRANSACTION [NOT] DEFERRABLE cannot be called within a subtransaction");
    }
    if (transaction.hasQueried()) {
      throw tooLate("SET TRANSACTION [NOT] DEFERRABLE must be called before any query");
    }
  }

  private static PgException tooLate(String message) {
    return new PgException(SqlState.ACTIVE_SQL_TRANSACTION, message);
  }
}
