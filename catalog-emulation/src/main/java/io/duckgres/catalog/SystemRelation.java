package io.duckgres.catalog;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A relation of {@code pg_catalog} or {@code information_schema} as a view: PostgreSQL's own rows,
 * then those that come from the engine.
 *
 * @param template the rows that come from the engine, null for none
 * @param own PostgreSQL's own rows, null for none and when the template reads them itself
 */
record SystemRelation(CatalogRelation relation, SqlTemplate template, StaticRows own)
    implements CatalogObject {

  static SystemRelation load(CatalogRelation relation) {
    String text = Resources.text("relations/" + relation.schema() + "/" + relation.name() + ".sql");
    if (text == null) {
      return new SystemRelation(relation, null, StaticRows.of(relation));
    }
    SqlTemplate template = new SqlTemplate(text);
    boolean changesOwn = template.references().contains("static." + relation.name());
    return new SystemRelation(relation, template, changesOwn ? null : StaticRows.of(relation));
  }

  @Override
  public String key() {
    return relation.toString();
  }

  @Override
  public Set<String> references() {
    Set<String> references = new LinkedHashSet<>();
    if (own != null) {
      references.add("static." + relation.name());
    }
    if (template != null) {
      references.addAll(template.references());
    }
    return references;
  }

  @Override
  public String create(InstanceNames names) {
    StringBuilder sql = new StringBuilder("CREATE VIEW ");
    sql.append(relation.engineName()).append(" AS\n");
    if (own != null) {
      sql.append(own.select());
    }
    if (template != null) {
      sql.append(own == null ? "" : "\nUNION ALL\n");
      columns(sql, true);
      sql.append("\nFROM (\n").append(template.expand(ENGINE_NAMES, names)).append("\n)");
    }
    if (own == null && template == null) {
      columns(sql, false);
      sql.append(" WHERE false");
    }
    return sql.toString();
  }

  private void columns(StringBuilder sql, boolean named) {
    String separator = "SELECT ";
    for (CatalogColumn column : relation.columns()) {
      String name = EngineNames.quote(column.name());
      sql.append(separator).append("CAST(").append(named ? name : "NULL");
      sql.append(" AS ").append(column.storage()).append(") AS ").append(name);
      separator = ", ";
    }
  }
}
