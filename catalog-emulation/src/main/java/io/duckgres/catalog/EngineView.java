package io.duckgres.catalog;

import java.util.Set;

/** A view of the engine schema, over the engine's own catalog functions. */
record EngineView(String name, SqlTemplate template) implements CatalogObject {
  @Override
  public String key() {
    return "engine." + name;
  }

  @Override
  public Set<String> references() {
    return template.references();
  }

  @Override
  public String create(InstanceNames names) {
    return "CREATE VIEW "
        + EngineNames.qualified(EngineNames.ENGINE, name)
        + " AS\n"
        + template.expand(ENGINE_NAMES, names);
  }
}
