package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.BackendMessage.BackendKeyData;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import java.net.InetSocketAddress;

/**
 * What is known of a client when its session begins.
 *
 * @param startup what it asked for
 * @param key its process id and cancel key
 * @param clientAddress where it connects from
 * @param serverAddress where it connected to
 */
public record ClientInfo(
    StartupMessage startup,
    BackendKeyData key,
    InetSocketAddress clientAddress,
    InetSocketAddress serverAddress) {}
