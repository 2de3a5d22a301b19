/**
 * TLS, without which nobody is let in: the server's certificate (made on the first start when there
 * is none) and the negotiation that comes before everything else on a connection.
 *
 * <p>May depend on {@code io.duckgres.gateway.wire}, Netty and Bouncy Castle.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-FLOW-SSL">SSL
 *     Session Encryption</a>
 */
package io.duckgres.gateway.tls;
