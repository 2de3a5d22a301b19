/**
 * The configuration: one declaration per key ({@link io.duckgres.gateway.config.ConfigKeys}), from
 * which the loader, the command line's help and {@code duckgres.example.yaml} are derived.
 * Precedence: command line, environment, YAML file, default.
 *
 * <p>May depend on Jackson and on {@code io.duckgres.gateway.auth} for its names.
 */
package io.duckgres.gateway.config;
