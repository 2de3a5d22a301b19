package io.duckgres.gateway.session;

/** What streams from the engine and can go on without it. */
interface Detachable {
  /** The engine is needed for something else: what is left is kept in the session. */
  void detach();
}
