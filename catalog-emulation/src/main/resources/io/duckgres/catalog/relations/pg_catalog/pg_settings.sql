-- PostgreSQL's declarations with the session's values.
SELECT s.name, coalesce(v.setting, s.setting) AS setting, s.unit, s.category, s.short_desc, s.extra_desc, s.context, s.vartype,
  coalesce(v.source, CASE WHEN s.source = 'configuration file' THEN 'default' ELSE s.source END) AS source, s.min_val, s.max_val, s.enumvals,
  s.boot_val, coalesce(v.reset_val, s.reset_val) AS reset_val, NULL AS sourcefile, NULL AS sourceline, false AS pending_restart
FROM ${static.pg_settings} s
LEFT JOIN pg_session_rows('pg_settings', CAST(current_connection_id() AS VARCHAR)) v ON v.name = s.name
