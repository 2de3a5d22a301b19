package io.duckgres.catalog;

import java.util.Set;
import java.util.function.UnaryOperator;

/** Something that is created in the emulation database. */
sealed interface CatalogObject permits CatalogMacro, EngineView, StaticTable, SystemRelation {
  /** The key by which templates refer to it. */
  String key();

  /** The keys of what must exist before. */
  Set<String> references();

  /** The statement that creates it. */
  String create(InstanceNames names);

  /** Rows to be loaded into it once it is created; null for none. */
  default StaticRows staticRows() {
    return null;
  }

  /** How templates' references are written in the engine. */
  UnaryOperator<String> ENGINE_NAMES = key -> reference(key).engineName();

  /**
   * A reference in a template.
   *
   * @param key {@code f.name} for a function, {@code engine.name} for a view or table of the engine
   *     schema, {@code static.name} for PostgreSQL's own rows, else a system relation with or
   *     without schema
   */
  static Reference reference(String key) {
    int dot = key.indexOf('.');
    String prefix = dot < 0 ? "" : key.substring(0, dot);
    String name = key.substring(dot + 1);
    return switch (prefix) {
      case "f" -> new Reference(key, CatalogFunctions.macroName(name), prefix, name);
      case "engine" ->
          new Reference(key, EngineNames.qualified(EngineNames.ENGINE, name), prefix, name);
      case "static" ->
          new Reference(key, EngineNames.qualified(EngineNames.STATIC, name), prefix, name);
      default -> {
        CatalogRelation relation =
            dot < 0 ? CatalogRelations.find(name) : CatalogRelations.find(prefix, name);
        if (relation == null) {
          throw new IllegalStateException("there is no system relation " + key);
        }
        yield new Reference(
            relation.toString(), relation.engineName(), relation.schema(), relation.name());
      }
    };
  }

  /**
   * A resolved reference.
   *
   * @param key the canonical key
   * @param engineName the qualified name in the engine
   * @param prefix {@code f}, {@code engine} or the schema
   */
  record Reference(String key, String engineName, String prefix, String name) {
    /** Reads what the reference names. */
    CatalogObject load() {
      return switch (prefix) {
        case "f" -> CatalogMacro.load(name);
        case "engine" -> new EngineView(name, SqlTemplate.required("engine/" + name + ".sql"));
        case "static" -> new StaticTable(CatalogRelations.ofStaticRows(name));
        default -> SystemRelation.load(CatalogRelations.find(prefix, name));
      };
    }
  }
}
