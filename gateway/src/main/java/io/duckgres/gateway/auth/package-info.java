/**
 * Who the client is: SCRAM-SHA-256 with and without channel binding, MD5 and cleartext passwords,
 * each as a small state machine that answers messages and does no input or output.
 *
 * <p>May depend on {@code io.duckgres.gateway.wire} and {@code io.duckgres.pgtype}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sasl-authentication.html">SASL
 *     Authentication</a>
 */
package io.duckgres.gateway.auth;
