package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a session's run-time parameters. What a transaction sets is undone when it is
 * rolled back, what it sets locally when it ends. Not thread-safe.
 */
public final class SessionSettings {
  /** Marks the absence of a value of the session's own in maps that can't hold null. */
  private static final String NONE = "\0";

  /** A parameter's value before the transaction changed it. */
  private final Map<String, String> beforeTransaction = new HashMap<>();

  /** What counts after a commit, for the parameters that SET LOCAL has changed meanwhile. */
  private final Map<String, String> afterCommit = new HashMap<>();

  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> reported = new HashMap<>();

  /** Parameters that the session has made up: they stay, empty when they are reset. */
  private final Set<String> custom = new HashSet<>();

  private long version;

  /**
   * The settings of a new session.
   *
   * @param fixed values that the server knows, by name, such as session_authorization
   */
  public SessionSettings(Map<String, String> fixed) {
    fixed.forEach((name, value) -> defaults.put(Parameters.key(name), value));
  }

  /**
   * Takes a value of the startup message: it becomes the session's default.
   *
   * @throws PgException 42704, 22023 or 55P02: the session can't begin
   */
  public void start(String name, String value) {
    Parameter parameter = declared(name);
    if (!parameter.isSettable() && !parameter.context().endsWith("backend")) {
      throw unchangeable(parameter);
    }
    String current = find(name);
    defaults.put(
        Parameters.key(name),
        ParameterReader.read(parameter, name, value, current == null ? "" : current));
  }

  /**
   * The value as SHOW prints it.
   *
   * @return null when there is no such parameter
   */
  public String find(String name) {
    String key = Parameters.key(name);
    String value = values.get(key);
    if (value != null) {
      return value;
    }
    value = defaults.get(key);
    if (value != null) {
      return value;
    }
    Parameter parameter = Parameters.find(name);
    if (parameter == null) {
      return custom.contains(key) ? "" : null;
    }
    return shownDefault(parameter);
  }

  /**
   * The value as SHOW prints it.
   *
   * @throws PgException 42704 when there is no such parameter
   */
  public String get(String name) {
    String value = find(name);
    if (value == null) {
      throw Parameters.unrecognized(name);
    }
    return value;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }

  /**
   * The value of an integer parameter of time in milliseconds.
   *
   * @throws PgException 42704 when there is no such parameter
   */
  public long milliseconds(String name) {
    Parameter parameter = declared(name);
    return ParameterUnit.milliseconds(parameter, get(name));
  }

  /**
   * A row of {@code pg_settings}.
   *
   * @param setting the value in the parameter's unit
   * @param source where it comes from; null for where PostgreSQL's own comes from
   * @param resetValue what RESET comes back to, in the parameter's unit
   */
  public record Shown(String name, String setting, String source, String resetValue) {}

  /** All declared parameters. */
  public List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    for (Parameter parameter : Parameters.all()) {
      String key = Parameters.key(parameter.name());
      String given = defaults.get(key);
      String reset = given == null ? shownDefault(parameter) : given;
      String source = null;
      if (values.containsKey(key)) {
        source = "session";
      } else if (given != null) {
        source = "client";
      }
      all.add(
          new Shown(
              parameter.name(),
              ParameterUnit.plain(parameter, get(parameter.name())),
              source,
              ParameterUnit.plain(parameter, reset)));
    }
    return all;
  }

  /** Whether a bool parameter is on. */
  public boolean isOn(String name) {
    return get(name).equals("on");
  }

  /**
   * SET.
   *
   * @param local SET LOCAL
   * @return the value as SHOW prints it now
   * @throws PgException 42704, 22023, 55P02 or 0A000
   */
  public String set(String name, String value, boolean local) {
    Parameter parameter = declared(name);
    if (!parameter.isSettable()) {
      throw unchangeable(parameter.called(name));
    }
    String current = find(name);
    String shown = ParameterReader.read(parameter, name, value, current == null ? "" : current);
    change(Parameters.key(name), shown, local || isOfTransaction(name));
    return shown;
  }

  /**
   * RESET and SET … TO DEFAULT.
   *
   * @throws PgException 42704 or 55P02
   */
  public void reset(String name, boolean local) {
    Parameter parameter = declared(name);
    if (!parameter.isSettable()) {
      throw unchangeable(parameter.called(name));
    }
    change(Parameters.key(name), null, local);
  }

  /** RESET ALL. */
  public void resetAll() {
    for (String key : List.copyOf(values.keySet())) {
      if (!isKeptByResetAll(key)) {
        change(key, null, false);
      }
    }
  }

  /** The transaction has ended well: what it has set stays, but for what it has set locally. */
  public void commit() {
    afterCommit.forEach(this::put);
    end();
  }

  /** The transaction has failed or is rolled back: what it has set is undone. */
  public void rollback() {
    beforeTransaction.forEach(this::put);
    end();
  }

  /** What the transaction has set so far, for a savepoint. */
  public record State(
      Map<String, String> values,
      Map<String, String> beforeTransaction,
      Map<String, String> afterCommit) {}

  /** What {@link #restore} comes back to. */
  public State state() {
    return new State(Map.copyOf(values), Map.copyOf(beforeTransaction), Map.copyOf(afterCommit));
  }

  /** ROLLBACK TO SAVEPOINT: what has been set since is undone. */
  public void restore(State state) {
    version++;
    replace(values, state.values());
    replace(beforeTransaction, state.beforeTransaction());
    replace(afterCommit, state.afterCommit());
  }

  private static void replace(Map<String, String> map, Map<String, String> by) {
    map.clear();
    map.putAll(by);
  }

  /** All of ParameterStatus at the session's begin, in order. */
  public Map<String, String> greeting() {
    Map<String, String> greeting = new LinkedHashMap<>();
    for (String name : Parameters.REPORTED) {
      greeting.put(name, get(name));
    }
    reported.putAll(greeting);
    return greeting;
  }

  /** What ParameterStatus must tell since the last time, in order. */
  public Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String name : Parameters.REPORTED) {
      String value = get(name);
      if (!value.equals(reported.put(name, value))) {
        changes.put(name, value);
      }
    }
    return changes;
  }

  /** Names and values that differ from the server's own defaults, for pg_settings. */
  public Map<String, String> changed() {
    Map<String, String> changed = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(defaults.keySet());
    keys.addAll(values.keySet());
    for (String key : keys) {
      Parameter parameter = Parameters.find(key);
      String value = find(key);
      if (value != null && (parameter == null || !value.equals(shownDefault(parameter)))) {
        changed.put(parameter == null ? key : parameter.name(), value);
      }
    }
    return changed;
  }

  private static boolean isOfTransaction(String name) {
    return switch (Parameters.key(name)) {
      case "transaction_isolation", "transaction_read_only", "transaction_deferrable" -> true;
      default -> false;
    };
  }

  private void change(String key, String value, boolean local) {
    if (key.indexOf('.') > 0) {
      custom.add(key);
    }
    beforeTransaction.putIfAbsent(key, valueOrNone(key));
    if (local) {
      afterCommit.putIfAbsent(key, valueOrNone(key));
    } else {
      afterCommit.remove(key);
    }
    put(key, value == null ? NONE : value);
  }

  private String valueOrNone(String key) {
    return values.getOrDefault(key, NONE);
  }

  private void put(String key, String value) {
    version++;
    if (value.equals(NONE)) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  private void end() {
    beforeTransaction.clear();
    afterCommit.clear();
  }

  private static boolean isKeptByResetAll(String key) {
    // GUC_NO_RESET_ALL
    return switch (key) {
      case "role",
          "session_authorization",
          "seed",
          "transaction_isolation",
          "transaction_read_only",
          "transaction_deferrable" ->
          true;
      default -> false;
    };
  }

  private static Parameter declared(String name) {
    Parameter parameter = Parameters.find(name);
    if (parameter != null) {
      return parameter;
    }
    if (name.indexOf('.') < 0) {
      throw Parameters.unrecognized(name);
    }
    Parameters.checkCustom(name);
    return Parameter.custom(name);
  }

  private static String shownDefault(Parameter parameter) {
    return parameter.unit().isEmpty()
        ? parameter.defaultValue()
        : ParameterUnit.format(parameter, new java.math.BigDecimal(parameter.defaultValue()));
  }

  private static PgException unchangeable(Parameter parameter) {
    String why =
        switch (parameter.context()) {
          case "internal" -> "cannot be changed";
          case "postmaster" -> "cannot be changed without restarting the server";
          case "sighup" -> "cannot be changed now";
          default -> "cannot be set after connection start";
        };
    return new PgException(
        SqlState.CANT_CHANGE_RUNTIME_PARAM, "parameter \"" + parameter.name() + "\" " + why);
  }
}
