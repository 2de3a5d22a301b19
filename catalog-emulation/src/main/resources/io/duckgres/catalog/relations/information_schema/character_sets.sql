SELECT NULL AS character_set_catalog, NULL AS character_set_schema, 'UTF8' AS character_set_name, 'UCS' AS character_repertoire,
  'UTF8' AS form_of_use, ${database_name} AS default_collate_catalog, 'pg_catalog' AS default_collate_schema,
  'default' AS default_collate_name
