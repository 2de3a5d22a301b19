SELECT ${database_name} AS catalog_name, n.nspname AS schema_name, u.rolname AS schema_owner,
  NULL AS default_character_set_catalog, NULL AS default_character_set_schema, NULL AS default_character_set_name, NULL AS sql_path
FROM ${pg_namespace} n JOIN ${pg_authid} u ON u.oid = n.nspowner
