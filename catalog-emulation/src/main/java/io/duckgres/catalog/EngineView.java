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

  /** Its query. */
  String select(InstanceNames names) {
    return template.expand(ENGINE_NAMES, names);
  }

  @Override
  public String create(InstanceNames names) {
    String view = "CREATE VIEW " + EngineNames.qualified(EngineNames.ENGINE, name) + " AS\n";
    if (!EngineTables.hasTable(key())) {
      return view + select(names);
    }
    return "CREATE TABLE "
        + EngineTables.sharedTable(key())
        + " AS "
        + select(names)
        + "\nLIMIT 0;\n"
        + view
        + "SELECT * FROM "
        + EngineTables.table(key());
  }
}
