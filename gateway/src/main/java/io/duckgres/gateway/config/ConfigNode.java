package io.duckgres.gateway.config;

import java.util.List;
import java.util.Map;

/** A value as it was given, with the place where it stands. */
public sealed interface ConfigNode {
  /** The place, for messages: {@code duckgres.yaml:3}, {@code DUCKGRES_PORT}, {@code --port}. */
  String place();

  /** A single value; {@code text} is null for an empty value. */
  record Scalar(String text, String place) implements ConfigNode {}

  /** Values by name, in the file's order. */
  record Mapping(Map<String, ConfigNode> entries, String place) implements ConfigNode {}

  /** Values in order. */
  record Sequence(List<ConfigNode> items, String place) implements ConfigNode {}
}
