-- Source: src/backend/catalog/objectaddress.c.
(arg_class_oid, arg_object_oid, arg_part) AS (
  CASE arg_class_oid
    WHEN 1259 THEN (
      SELECT any_value(
        CASE WHEN arg_part = 0 THEN '' ELSE 'column ' || coalesce((
          SELECT any_value(${f.quoted}(dg_attname)) FROM (SELECT attrelid AS dg_relation, attnum AS dg_number, attname AS dg_attname FROM ${pg_attribute}) dg_columns
          WHERE dg_relation = arg_object_oid AND dg_number = arg_part), '') || ' of ' END
        || CASE dg_relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'table ' WHEN 'i' THEN 'index ' WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view '
          WHEN 'm' THEN 'materialized view ' WHEN 'c' THEN 'composite type ' ELSE 'relation ' END
        || CASE WHEN dg_nspname IN ('pg_catalog', 'public') THEN '' ELSE ${f.quoted}(dg_nspname) || '.' END || ${f.quoted}(dg_relname))
      FROM (SELECT c.oid AS dg_oid, c.relname AS dg_relname, c.relkind AS dg_relkind, n.nspname AS dg_nspname
        FROM ${pg_class} c JOIN ${pg_namespace} n ON n.oid = c.relnamespace) dg_relations WHERE dg_oid = arg_object_oid)
    WHEN 1247 THEN 'type ' || nullif(${f.format_type}(arg_object_oid, NULL, ['pg_catalog', 'public']), '???')
    WHEN 1255 THEN 'function ' || pg_procedure_name(arg_object_oid)
    WHEN 2615 THEN (
      SELECT any_value('schema ' || ${f.quoted}(dg_nspname)) FROM (SELECT oid AS dg_oid, nspname AS dg_nspname FROM ${pg_namespace}) dg_schemas
      WHERE dg_oid = arg_object_oid)
    WHEN 2606 THEN (
      SELECT any_value('constraint ' || ${f.quoted}(dg_conname) || CASE WHEN dg_relname IS NULL THEN '' ELSE ' on table ' || ${f.quoted}(dg_relname) END)
      FROM (SELECT k.oid AS dg_oid, k.conname AS dg_conname, c.relname AS dg_relname FROM ${pg_constraint} k LEFT JOIN ${pg_class} c ON c.oid = k.conrelid) dg_constraints
      WHERE dg_oid = arg_object_oid)
    WHEN 2604 THEN (
      SELECT any_value('default value for column ' || ${f.quoted}(dg_attname) || ' of table ' || ${f.quoted}(dg_relname))
      FROM (SELECT d.oid AS dg_oid, a.attname AS dg_attname, c.relname AS dg_relname
        FROM ${pg_attrdef} d JOIN ${pg_class} c ON c.oid = d.adrelid JOIN ${pg_attribute} a ON a.attrelid = d.adrelid AND a.attnum = d.adnum) dg_defaults
      WHERE dg_oid = arg_object_oid)
    WHEN 1260 THEN 'role ' || ${f.quoted}(${f.pg_get_userbyid}(arg_object_oid))
    WHEN 1262 THEN (
      SELECT any_value('database ' || ${f.quoted}(dg_datname)) FROM (SELECT oid AS dg_oid, datname AS dg_datname FROM ${pg_database}) dg_databases
      WHERE dg_oid = arg_object_oid)
    WHEN 3079 THEN (
      SELECT any_value('extension ' || ${f.quoted}(dg_extname)) FROM (SELECT oid AS dg_oid, extname AS dg_extname FROM ${pg_extension}) dg_extensions
      WHERE dg_oid = arg_object_oid)
    WHEN 2612 THEN (
      SELECT any_value('language ' || ${f.quoted}(dg_lanname)) FROM (SELECT oid AS dg_oid, lanname AS dg_lanname FROM ${pg_language}) dg_languages
      WHERE dg_oid = arg_object_oid)
  END
)
