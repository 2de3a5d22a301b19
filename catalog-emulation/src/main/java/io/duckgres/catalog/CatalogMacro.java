package io.duckgres.catalog;

import java.util.Set;

/**
 * A function of the emulation: a DuckDB macro with all its overloads.
 *
 * <p>DuckDB puts a call's arguments into the body as they are written, so that a column {@code oid}
 * or an alias {@code c} of the caller would be taken for one of the body's own. A body that reads
 * relations therefore mentions its parameters, which begin with {@code arg_}, only where all
 * columns and aliases in scope begin with {@code dg_}.
 *
 * @param template parameter lists and bodies, as they follow CREATE MACRO's name
 */
record CatalogMacro(String name, SqlTemplate template) implements CatalogObject {

  static CatalogMacro load(String name) {
    String resource = "macros/" + CatalogFunctions.schemaOf(name) + "/" + name + ".sql";
    return new CatalogMacro(name, SqlTemplate.required(resource));
  }

  @Override
  public String key() {
    return "f." + name;
  }

  @Override
  public Set<String> references() {
    return template.references();
  }

  @Override
  public String create(InstanceNames names) {
    return "CREATE MACRO "
        + CatalogFunctions.macroName(name)
        + "\n"
        + template.expand(ENGINE_NAMES, names);
  }
}
