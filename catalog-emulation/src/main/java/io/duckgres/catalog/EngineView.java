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
    String view = "CREATE VIEW " + EngineNames.qualified(EngineNames.ENGINE, name) + " AS\n";
    if (!EngineTables.isKept(name)) {
      return view + template.expand(ENGINE_NAMES, names);
    }
    String table = EngineNames.qualified(EngineNames.ENGINE, EngineTables.table(name));
    return "CREATE TABLE "
        + table
        + " AS "
        + template.expand(ENGINE_NAMES, names)
        + " LIMIT 0;\n"
        + view
        + "SELECT * FROM "
        + EngineTables.table(name);
  }
}
