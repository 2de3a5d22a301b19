(oid) AS (CASE oid WHEN 0 THEN '-' ELSE coalesce(pg_procedure_name(oid), CAST(oid AS VARCHAR)) END)
