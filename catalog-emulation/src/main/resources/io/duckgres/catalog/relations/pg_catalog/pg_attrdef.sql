SELECT ${f.default_oid}(engine_oid, attnum) AS oid, attrelid AS adrelid, attnum AS adnum, default_text AS adbin, engine_oid AS duckgres_number
FROM ${engine.columns}
WHERE has_default
