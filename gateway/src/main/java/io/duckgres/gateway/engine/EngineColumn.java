package io.duckgres.gateway.engine;

/**
 * A column as the engine describes it.
 *
 * @param name its name
 * @param type the engine's spelling of its type, for instance {@code DECIMAL(10,2)[]}
 */
public record EngineColumn(String name, String type) {}
