package io.duckgres.gateway.session;

import io.duckgres.gateway.engine.Engine;
import io.duckgres.transpiler.Transpiler;
import java.time.Instant;
import java.util.function.Function;

/**
 * What all sessions share.
 *
 * @param transpiler plans statements
 * @param engines the engine of a user's database
 * @param version what {@code version()} says
 * @param serverStart what {@code pg_postmaster_start_time()} says
 * @param limits of each session
 */
public record SessionServices(
    Transpiler transpiler,
    Function<String, Engine> engines,
    String version,
    Instant serverStart,
    SessionLimits limits) {

  /** Services without limits. */
  public SessionServices(
      Transpiler transpiler,
      Function<String, Engine> engines,
      String version,
      Instant serverStart) {
    this(transpiler, engines, version, serverStart, SessionLimits.NONE);
  }
}
