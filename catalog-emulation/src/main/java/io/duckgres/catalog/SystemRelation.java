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
    String view = "CREATE VIEW " + relation.engineName() + " AS\n";
    if (!EngineTables.isKept(key())) {
      return view + select(names);
    }
    StringBuilder sql = new StringBuilder();
    sql.append("CREATE TABLE ").append(EngineTables.sharedTable(key())).append(" AS ");
    sql.append(select(names)).append("\nLIMIT 0;\n").append(view);
    String separator = "SELECT ";
    for (CatalogColumn column : relation.columns()) {
      String name = EngineNames.quote(column.name());
      sql.append(separator);
      if (relation.schema().equals("information_schema") && column.name().endsWith("_catalog")) {
        // The database's name is that by which the session knows it.
        sql.append("CASE WHEN ").append(name).append(" IS NOT NULL THEN ");
        sql.append(SqlTemplate.databaseName(names)).append(" END AS ");
      }
      sql.append(name);
      separator = ", ";
    }
    return sql.append(" FROM ").append(EngineTables.table(key())).toString();
  }

  /** Its query; that of a kept relation gives the numbers of relations as well. */
  String select(InstanceNames names) {
    StringBuilder sql = new StringBuilder();
    boolean numbered =
        EngineTables.isKept(key()) && EngineTables.numberColumn(key()) != null && template != null;
    String number = ", CAST(" + EngineTables.NUMBER + " AS BIGINT) AS ";
    if (own != null) {
      String select = own.select();
      int from = select.lastIndexOf(" FROM ");
      sql.append(select, 0, from);
      sql.append(numbered ? ", CAST(NULL AS BIGINT) AS " + EngineTables.NUMBER : "");
      sql.append(select, from, select.length());
    }
    if (template != null) {
      sql.append(own == null ? "" : "\nUNION ALL\n");
      columns(sql, true);
      sql.append(numbered ? number + EngineTables.NUMBER : "");
      sql.append("\nFROM (\n").append(expand(names)).append("\n)");
    }
    if (own == null && template == null) {
      columns(sql, false);
      sql.append(" WHERE false");
    }
    return sql.toString();
  }

  private String expand(InstanceNames names) {
    return EngineTables.isKept(key())
        ? template.expandKept(ENGINE_NAMES, names)
        : template.expand(ENGINE_NAMES, names);
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
