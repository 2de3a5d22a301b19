package io.duckgres.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.gateway.engine.EngineException;
import io.duckgres.gateway.engine.EngineResult;
import io.duckgres.gateway.engine.EngineStatement;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PlanParameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Values of parameters that the session knows: current_user, version() and their kin. */
final class SessionValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the session's own temporary schema is called in a search path. */
  private static final String TEMPORARY = "pg_temp";

  /** Its {@code pg_namespace.nspname}. */
  private static final String TEMPORARY_NAMESPACE = "pg_temp_1";

  private final SessionContext context;
  private Instant statementStart = Instant.now();
  private String lastSequence;
  private Portals portals;

  SessionValues(SessionContext context) {
    this.context = context;
  }

  /** A message with a statement came. */
  void statementStarts(Instant now) {
    statementStart = now;
  }

  private Object get(PlanParameter.Session parameter, List<Object> clientValues) {
    ClientInfo client = context.client;
    return switch (parameter.value()) {
      case CURRENT_USER, SESSION_USER -> context.user();
      case CURRENT_DATABASE -> context.database();
      case CURRENT_SCHEMA -> context.currentSchema();
      case BACKEND_PID -> client.key().processId();
      case CLIENT_ADDRESS -> client.clientAddress().getAddress().getHostAddress();
      case CLIENT_PORT -> client.clientAddress().getPort();
      case SERVER_ADDRESS -> client.serverAddress().getAddress().getHostAddress();
      case SERVER_PORT -> client.serverAddress().getPort();
      case VERSION -> context.services.version();
      case SETTING -> setting(parameter.argument());
      case SET_CONFIG -> setConfig(parameter.argument(), clientValues);
      case CHANGED_SETTINGS -> json(context.settings.changed());
      case SEARCH_PATH -> json(searchPath());
      case SERVER_START -> timestamp(context.services.serverStart());
      case STATEMENT_TIMESTAMP -> timestamp(statementStart);
      case CLOCK_TIMESTAMP -> timestamp(Instant.now());
      case LAST_VALUE -> lastValue();
      case CURSOR_ROW -> cursorRow(parameter.argument().split("\0"));
    };
  }

  /** The schema of temporary objects, once there is one, is searched first. */
  private List<String> searchPath() {
    List<String> path = new ArrayList<>(context.searchPath());
    if (!path.contains(TEMPORARY) && context.catalog().hasSchema(TEMPORARY_NAMESPACE)) {
      path.add(0, TEMPORARY);
    }
    return path;
  }

  /** Nothing has been drawn from a sequence any more. */
  void forgetSequences() {
    lastSequence = null;
  }

  /**
   * A statement drew from a sequence.
   *
   * @param sequence its name in the engine's SQL; null when it drew from none
   */
  void sequenceUsed(String sequence) {
    if (sequence != null) {
      lastSequence = sequence;
    }
  }

  /** Where cursors are found. */
  void useCursors(Portals cursors) {
    portals = cursors;
  }

  /** The row that a cursor is on, as the engine identifies it. */
  private Object cursorRow(String[] cursorAndTable) {
    String name = cursorAndTable[0];
    Portal cursor = portals.cursor(name);
    boolean simple =
        cursor.declaration != null
            && cursor.rows != null
            && cursor.declaration.rowsOf() == Integer.parseInt(cursorAndTable[1]);
    if (!simple) {
      throw new PgException(
          SqlState.INVALID_CURSOR_STATE,
          "cursor \""
              + name
              + "\" is not a simply updatable scan of table \""
              + cursorAndTable[2]
              + "\"");
    }
    if (!cursor.rows.isOnRow()) {
      throw new PgException(
          SqlState.INVALID_CURSOR_STATE, "cursor \"" + name + "\" is not positioned on a row");
    }
    return cursor.rows.identifier();
  }

  private Object lastValue() {
    if (lastSequence == null) {
      throw lastValueUndefined();
    }
    String sql = "SELECT currval('" + lastSequence.replace("'", "''") + "')";
    try (EngineStatement statement = context.engine.prepare(sql);
        EngineResult result = statement.execute(List.of())) {
      return ((EngineResult.RowStream) result).next().getVector(0).getObject(0);
    } catch (EngineException e) {
      throw lastValueUndefined().withCause(e);
    }
  }

  private static PgException lastValueUndefined() {
    return new PgException(
        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "lastval is not yet defined in this session");
  }

  /** A name with a question mark behind it may be missing. */
  private String setting(String name) {
    return name.endsWith("?")
        ? context.settings.find(name.substring(0, name.length() - 1))
        : context.settings.get(name);
  }

  private String setConfig(String argument, List<Object> clientValues) {
    String[] parts = argument.split("\0", 3);
    Object value =
        parts[2].startsWith("$")
            ? clientValues.get(Integer.parseInt(parts[2].substring(1)) - 1)
            : parts[2].substring(1);
    boolean local = Boolean.parseBoolean(parts[0]);
    if (value == null) {
      context.settings.reset(parts[1], local);
      return context.settings.get(parts[1]);
    }
    return context.settings.set(parts[1], value.toString(), local);
  }

  /**
   * The values of an engine statement's parameters.
   *
   * @param clientValues the client's, $1 first
   */
  List<Object> bind(List<PlanParameter> parameters, List<Object> clientValues) {
    List<Object> values = new ArrayList<>(parameters.size());
    for (PlanParameter parameter : parameters) {
      values.add(
          parameter instanceof PlanParameter.Client client
              ? clientValues.get(client.number() - 1)
              : get((PlanParameter.Session) parameter, clientValues));
    }
    return values;
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
