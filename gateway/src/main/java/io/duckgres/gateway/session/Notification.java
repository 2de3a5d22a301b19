package io.duckgres.gateway.session;

/**
 * What NOTIFY tells.
 *
 * @param payload empty when there is none
 */
record Notification(String channel, String payload) {}
