/**
 * Clients that do everything wrong, from a fixed seed: what they send is made of good
 * conversations. After each the server serves others, and nothing is left behind.
 */
package io.duckgres.gateway.fuzz;
