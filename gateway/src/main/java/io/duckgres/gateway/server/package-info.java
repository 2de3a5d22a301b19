/**
 * The server as a process: command line, start and stop, Netty's event loops and the threads that
 * run sessions. An event loop never blocks; an idle connection holds no thread.
 *
 * <p>May depend on every other package of the gateway; nothing depends on it.
 */
package io.duckgres.gateway.server;
