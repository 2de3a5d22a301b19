package io.duckgres.gateway.server;

import io.duckgres.gateway.auth.Authenticator;
import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.session.CancelRegistry;
import io.duckgres.gateway.session.SessionFactory;
import java.util.concurrent.Executor;

/**
 * What all connections share.
 *
 * @param sessionThreads where sessions run
 * @param limits of each connection
 */
record ConnectionServices(
    Authenticator authenticator,
    SessionFactory sessions,
    CancelRegistry cancels,
    Executor sessionThreads,
    Limits limits) {}
