package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.settings.SessionSettings;
import io.duckgres.gateway.settings.TimeZones;
import io.duckgres.gateway.wire.BackendMessage.NoticeResponse;
import io.duckgres.gateway.wire.Severity;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.PgNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What the parts of one session share: client, engine, settings, and views on them. */
final class SessionContext implements PlanningContext {
  final SessionServices services;
  final SessionRegistry sessions;
  final ClientInfo client;
  final ClientStream out;
  final EngineSession engine;
  final SessionSettings settings;
  final ReferenceConflicts conflicts;
  final Cancellation cancellation = new Cancellation();
  final PreparedStatements preparedStatements;
  final Activity activity = new Activity();
  final SessionLocks locks;
  final TransactionNumber number;
  final Timeouts timeouts;

  /** {@code pg_authid.oid} of the user, who owns everything. */
  static final int OWNER_OID = 10;

  private static final long FIRST_DATABASE_OID = 16384;
  private static final long POSTGRES_OID = 5;

  private final Queue<PgNotice> later = new ConcurrentLinkedQueue<>();

  private FormatSettings formatSettings;
  private long formatSettingsVersion = -1;

  SessionContext(
      SessionServices services,
      SessionRegistry sessions,
      ClientInfo client,
      ClientStream out,
      EngineSession engine,
      SessionSettings settings) {
    this.services = services;
    this.sessions = sessions;
    this.client = client;
    this.out = out;
    this.engine = engine;
    this.settings = settings;
    preparedStatements = new PreparedStatements(services.limits().preparedStatements());
    DatabaseState database = sessions.database(user());
    locks = new SessionLocks(database.locks, client.key().processId());
    number = new TransactionNumber(database.numbers);
    conflicts = database.references;
    timeouts = new Timeouts(this, sessions.interrupts());
  }

  /** {@code pg_database.oid}. */
  long databaseOid() {
    return user().equals("postgres") ? POSTGRES_OID : FIRST_DATABASE_OID;
  }

  /** Ends the session as soon as what it runs now has given up; callable from any thread. */
  void terminate(Supplier<PgException> reason) {
    cancellation.terminate(reason);
    out.abandon();
    sessions.interrupts().execute(() -> cancellation.await(engine::cancel));
    out.execute(() -> out.terminate(reason.get()));
  }

  @Override
  public CatalogSnapshot catalog() {
    return engine.catalog();
  }

  @Override
  public List<String> searchPath() {
    List<String> path = new ArrayList<>(namedSchemas());
    if (!path.contains("pg_catalog")) {
      path.add(0, "pg_catalog");
    }
    return path;
  }

  /** {@code current_schema}: the first of the search path that exists; null when none does. */
  String currentSchema() {
    List<String> path = namedSchemas();
    return path.isEmpty() ? null : path.get(0);
  }

  private List<String> namedSchemas() {
    CatalogSnapshot catalog = catalog();
    List<String> schemas = new ArrayList<>();
    for (String name : SearchPath.parse(settings.get("search_path"))) {
      String schema = name.equals("$user") ? user() : name;
      if (catalog.hasSchema(schema) && !schemas.contains(schema)) {
        schemas.add(schema);
      }
    }
    return schemas;
  }

  @Override
  public List<PgType> preparedTypes(String name) {
    PreparedStatement prepared = preparedStatements.find(name);
    return prepared == null ? null : prepared.shape().parameterTypes();
  }

  @Override
  public String setting(String name) {
    return settings.find(name);
  }

  @Override
  public String user() {
    return client.startup().user();
  }

  @Override
  public String database() {
    return client.startup().database();
  }

  /** How values are written now. */
  FormatSettings formatSettings() {
    if (formatSettingsVersion != settings.version()) {
      formatSettings =
          new FormatSettings(
              TimeZones.zone(settings.get("TimeZone")),
              settings.get("DateStyle"),
              settings.get("IntervalStyle"),
              Integer.parseInt(settings.get("extra_float_digits")),
              settings.get("bytea_output").equals("hex"),
              new SessionOidNames(this));
      formatSettingsVersion = settings.version();
    }
    return formatSettings;
  }

  /** Tells the client when the statement is done; callable from any thread. */
  void noticeLater(PgNotice notice) {
    later.add(notice);
  }

  /** Tells the client what was to be told. */
  void flushNotices() {
    for (PgNotice next = later.poll(); next != null; next = later.poll()) {
      notice(next);
    }
  }

  /** Tells the client, unless client_min_messages is higher. */
  void notice(PgNotice notice) {
    Severity severity = Severity.valueOf(notice.severity());
    if (MessageLevels.reaches(severity, settings.get("client_min_messages"))) {
      out.write(
          new NoticeResponse(
              severity,
              new PgException(notice.state(), notice.message()).withDetail(notice.detail())));
    }
  }
}
