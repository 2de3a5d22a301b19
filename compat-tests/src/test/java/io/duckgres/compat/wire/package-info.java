/**
 * A small client of PostgreSQL's frontend/backend protocol: messages in, messages out, nothing
 * hidden. Tests use it where a driver would smooth over what the server said. Depends on the JDK
 * only.
 */
package io.duckgres.compat.wire;
