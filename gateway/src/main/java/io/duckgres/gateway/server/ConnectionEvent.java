package io.duckgres.gateway.server;

/** What a connection tells the handlers of its pipeline. */
enum ConnectionEvent {
  /** The client is known: the time limit for strangers no longer counts. */
  AUTHENTICATED
}
