package io.duckgres.gateway.session;

import io.duckgres.gateway.settings.SessionSettings;
import java.util.Map;

/**
 * A savepoint: what the session was like when it was made.
 *
 * @param journal how much the transaction had changed
 * @param portals the number of the youngest portal
 * @param locks how many advisory locks the transaction held
 * @param sequences the last value drawn from each sequence that the transaction may have made
 */
record Savepoint(
    String name,
    int journal,
    SessionSettings.State settings,
    long portals,
    Notifications.Mark notifications,
    int locks,
    Map<String, Long> sequences) {}
