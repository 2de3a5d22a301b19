/**
 * PostgreSQL's frontend/backend protocol, versions 3.0 and 3.2, as records: bytes to {@link
 * io.duckgres.gateway.wire.FrontendMessage} and {@link io.duckgres.gateway.wire.BackendMessage} to
 * bytes, with PostgreSQL's length limits and its answers to malformed messages.
 *
 * <p>May depend on Netty and on {@code io.duckgres.pgtype}; knows nothing of sessions, SQL or
 * DuckDB.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-message-formats.html">Message
 *     formats</a>
 */
package io.duckgres.gateway.wire;
