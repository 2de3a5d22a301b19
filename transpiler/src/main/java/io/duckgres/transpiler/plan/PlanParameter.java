package io.duckgres.transpiler.plan;

/** Where the value of one of the engine statement's parameters comes from. */
public sealed interface PlanParameter {

  /**
   * The client's parameter.
   *
   * @param number 1 for $1
   */
  record Client(int number) implements PlanParameter {}

  /**
   * A value that the session knows when the statement is executed.
   *
   * @param value which one
   * @param argument the name that {@link SessionValue#SETTING} asks for, otherwise null
   */
  record Session(SessionValue value, String argument) implements PlanParameter {}

  /** Values that differ between sessions; bound as text or, where noted, as a number. */
  enum SessionValue {
    /** {@code current_user}. */
    CURRENT_USER,
    /** {@code session_user}. */
    SESSION_USER,
    /** {@code current_database()}. */
    CURRENT_DATABASE,
    /** {@code current_schema()}; null when the search path holds none. */
    CURRENT_SCHEMA,
    /** {@code pg_backend_pid()}, an INTEGER. */
    BACKEND_PID,
    /** {@code inet_client_addr()}. */
    CLIENT_ADDRESS,
    /** {@code inet_client_port()}, an INTEGER. */
    CLIENT_PORT,
    /** {@code inet_server_addr()}. */
    SERVER_ADDRESS,
    /** {@code inet_server_port()}, an INTEGER. */
    SERVER_PORT,
    /** {@code version()}. */
    VERSION,
    /**
     * {@code current_setting(argument)}: the run-time parameter's value as SHOW prints it. A name
     * that ends in a question mark may be missing; the value is null then.
     */
    SETTING,
    /**
     * {@code set_config}: sets a run-time parameter and gives its value. The argument is {@code
     * true} or {@code false} for is_local, the name, and the value as {@code =constant} or {@code
     * $n} for a parameter of the client's, separated by zero characters.
     */
    SET_CONFIG,
    /** All run-time parameters that differ from their defaults, as one JSON object. */
    CHANGED_SETTINGS,
    /** The effective search path as a JSON array of names, implicit schemas included. */
    SEARCH_PATH,
    /** {@code pg_postmaster_start_time()}, a TIMESTAMPTZ. */
    SERVER_START,
    /** {@code statement_timestamp()}, a TIMESTAMPTZ. */
    STATEMENT_TIMESTAMP,
    /** {@code clock_timestamp()} taken when the statement starts, a TIMESTAMPTZ. */
    CLOCK_TIMESTAMP,
    /**
     * The engine's identifier of the row that a cursor is on, a BIGINT. The argument is the
     * cursor's name, the OID of the table and its name, separated by zero characters.
     */
    CURSOR_ROW,
    /** {@code lastval()}, a BIGINT; 55000 before the session draws from a sequence. */
    LAST_VALUE
  }
}
