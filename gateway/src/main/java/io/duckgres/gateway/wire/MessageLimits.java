package io.duckgres.gateway.wire;

/**
 * What a client that is logged in may send.
 *
 * @param bytes of a message, its length field included
 * @param parameters of a Parse or Bind
 */
public record MessageLimits(int bytes, int parameters) {}
