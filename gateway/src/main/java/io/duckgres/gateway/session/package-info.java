/**
 * Sessions: what happens between authentication and the end of a connection, one message at a time.
 *
 * <p>May depend on {@code io.duckgres.gateway.wire}, {@code .engine}, {@code .codec} and on the
 * transpiler; knows nothing of channels.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html">Message flow</a>
 */
package io.duckgres.gateway.session;
