package io.duckgres.gateway.session;

import io.duckgres.gateway.settings.Parameter;
import io.duckgres.gateway.settings.Parameters;
import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan.ResetParameter;
import io.duckgres.transpiler.plan.StatementPlan.SetParameter;
import io.duckgres.transpiler.plan.StatementPlan.ShowParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SET, RESET and SHOW. */
final class SettingStatements {
  /** GUC_LIST_QUOTE: each value is an identifier. */
  private static final Set<String> IDENTIFIER_LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "local_preload_libraries",
          "session_preload_libraries");

  /** GUC_LIST_INPUT without quoting. */
  private static final Set<String> LISTS =
      Set.of("datestyle", "debug_io_direct", "log_destination", "wal_consistency_checking");

  private final SessionContext context;
  private final TransactionState transaction;
  private final TransactionCharacteristics characteristics;

  SettingStatements(SessionContext context, TransactionState transaction) {
    this.context = context;
    this.transaction = transaction;
    characteristics = new TransactionCharacteristics(context.settings, transaction);
  }

  void set(SetParameter plan) {
    if (plan.local() && !transaction.isInBlock()) {
      context.notice(
          PgNotice.warning(
              SqlState.NO_ACTIVE_SQL_TRANSACTION,
              "SET LOCAL can only be used in transaction blocks"));
    }
    if (plan.values().isEmpty()) {
      context.settings.reset(plan.name(), plan.local());
    } else {
      characteristics.set(plan.name(), value(plan), plan.local());
    }
  }

  private static String value(SetParameter plan) {
    String name = plan.name().toLowerCase(java.util.Locale.ROOT);
    if (IDENTIFIER_LISTS.contains(name)) {
      return SearchPath.format(plan.values());
    }
    if (LISTS.contains(name)) {
      return String.join(", ", plan.values());
    }
    if (plan.values().size() > 1) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "SET " + plan.name() + " takes only one argument");
    }
    return plan.values().get(0);
  }

  void reset(ResetParameter plan) {
    if (plan.name() == null) {
      context.settings.resetAll();
    } else {
      context.settings.reset(plan.name(), false);
    }
  }

  Cursor show(ShowParameter plan) {
    SessionSettings settings = context.settings;
    if (plan.name() != null) {
      return new TextCursor(List.of(List.of(settings.get(plan.name()))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Parameter parameter : Parameters.all()) {
      rows.add(List.of(parameter.name(), settings.get(parameter.name()), parameter.description()));
    }
    return new TextCursor(rows);
  }
}
