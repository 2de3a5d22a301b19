package io.duckgres.gateway.session;

import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan.DeclareCursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of relations that only sessions know, in the order of the relations' columns.
 *
 * @see <a href="https://www.postgresql.org/docs/17/views.html">System Views</a>
 */
final class SessionRelations {
  private static final int SETTINGS_COLUMNS = 17;
  private static final int SETTING = 1;
  private static final int SOURCE = 8;
  private static final int RESET_VALUE = 13;

  private final SessionContext context;
  private final Portals portals;
  private final PreparedStatements preparedStatements;

  SessionRelations(SessionContext context, Portals portals, PreparedStatements preparedStatements) {
    this.context = context;
    this.portals = portals;
    this.preparedStatements = preparedStatements;
  }

  /** The rows of a relation; none of one that no session knows. */
  List<List<String>> rows(String relation) {
    return switch (relation) {
      case "pg_stat_activity" -> activity();
      case "pg_locks" -> locks();
      case "pg_cursors" -> cursors();
      case "pg_prepared_statements" -> statements();
      case "pg_settings" -> settings();
      default -> List.of();
    };
  }

  private List<List<String>> activity() {
    context.activity.named(context.settings.get("application_name"));
    List<List<String>> rows = new ArrayList<>();
    for (SqlSession session : context.sessions.of(context.user())) {
      SessionContext other = session.context();
      Activity.Snapshot now = other.activity.snapshot();
      Long number = other.number.ifAssigned();
      rows.add(
          Arrays.asList(
              Long.toString(context.databaseOid()),
              other.database(),
              Integer.toString(session.processId()),
              null,
              Integer.toString(SessionContext.OWNER_OID),
              other.user(),
              now.applicationName(),
              other.client.clientAddress().getAddress().getHostAddress(),
              null,
              Integer.toString(other.client.clientAddress().getPort()),
              time(now.backendStart()),
              time(now.transactionStart()),
              time(now.queryStart()),
              time(now.stateChange()),
              now.waitsFor() == null ? null : now.waitsFor().type(),
              now.waitsFor() == null ? null : now.waitsFor().event(),
              now.state(),
              number == null ? null : xid(number),
              now.state().equals("active") ? xid(context.number.all().oldest()) : null,
              null,
              now.query(),
              "client backend"));
    }
    return rows;
  }

  private List<List<String>> locks() {
    List<List<String>> rows = new ArrayList<>();
    for (SqlSession session : context.sessions.of(context.user())) {
      Activity.Snapshot now = session.context().activity.snapshot();
      if (now.transactionStart() != null) {
        String virtual = now.virtualTransaction(session.processId());
        rows.add(lock("virtualxid", virtual, null, virtual, session.processId()));
        Long number = session.context().number.ifAssigned();
        if (number != null) {
          rows.add(lock("transactionid", null, xid(number), virtual, session.processId()));
        }
      }
    }
    for (AdvisoryLocks.Entry entry : context.locks.all().entries()) {
      SqlSession owner = context.sessions.find(context.user(), entry.owner());
      rows.add(
          Arrays.asList(
              "advisory",
              Long.toString(context.databaseOid()),
              null,
              null,
              null,
              null,
              null,
              Integer.toUnsignedString(entry.key().classId()),
              Integer.toUnsignedString(entry.key().objectId()),
              Integer.toString(entry.key().subId()),
              owner == null
                  ? null
                  : owner.context().activity.snapshot().virtualTransaction(entry.owner()),
              Integer.toString(entry.owner()),
              entry.mode().toString(),
              Boolean.toString(entry.since() == null),
              "false",
              time(entry.since())));
    }
    return rows;
  }

  private static List<String> lock(
      String type, String virtualXid, String xid, String virtualTransaction, int processId) {
    return Arrays.asList(
        type,
        null,
        null,
        null,
        null,
        virtualXid,
        xid,
        null,
        null,
        null,
        virtualTransaction,
        Integer.toString(processId),
        "ExclusiveLock",
        "true",
        Boolean.toString(virtualXid != null),
        null);
  }

  private List<List<String>> cursors() {
    List<List<String>> rows = new ArrayList<>();
    for (Portal portal : portals.all()) {
      if (portal.declaration != null) {
        DeclareCursor declaration = portal.declaration;
        rows.add(
            List.of(
                portal.name,
                portal.statement.text(),
                Boolean.toString(declaration.hold()),
                Boolean.toString(declaration.binary()),
                Boolean.toString(!Boolean.FALSE.equals(declaration.scroll())),
                time(portal.created)));
      } else {
        rows.add(
            Arrays.asList(
                portal.name,
                portal.statement.text(),
                "false",
                Boolean.toString(portal.formats.stream().anyMatch(format -> format != 0)),
                "false",
                time(portal.created)));
      }
    }
    return rows;
  }

  private List<List<String>> statements() {
    List<List<String>> rows = new ArrayList<>();
    for (PreparedStatements.Entry entry : preparedStatements.all()) {
      PreparedStatement statement = entry.statement();
      if (statement.name().isEmpty()) {
        continue;
      }
      List<ResultColumn> columns = statement.shape().columns();
      List<PgType> results =
          columns == null ? null : columns.stream().map(ResultColumn::type).toList();
      rows.add(
          Arrays.asList(
              statement.name(),
              statement.text(),
              time(entry.prepared()),
              types(statement.shape().parameterTypes()),
              results == null ? null : types(results),
              Boolean.toString(entry.fromSql()),
              Long.toString(entry.genericPlans()),
              Long.toString(entry.customPlans())));
    }
    return rows;
  }

  private static String types(List<PgType> types) {
    return types.stream()
        .map(type -> Integer.toUnsignedString(type.oid()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private List<List<String>> settings() {
    List<List<String>> rows = new ArrayList<>();
    for (SessionSettings.Shown shown : context.settings.all()) {
      List<String> row = new ArrayList<>(Collections.nCopies(SETTINGS_COLUMNS, null));
      row.set(0, shown.name());
      row.set(SETTING, shown.setting());
      row.set(SOURCE, shown.source());
      row.set(RESET_VALUE, shown.resetValue());
      rows.add(row);
    }
    return rows;
  }

  private static String xid(long number) {
    return Long.toString(number & 0xFFFF_FFFFL);
  }

  private static String time(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
