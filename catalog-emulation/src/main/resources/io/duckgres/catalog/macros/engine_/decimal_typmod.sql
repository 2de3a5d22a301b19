-- The typmod of DECIMAL(p,s), also within lists; -1 for any other type, and for DECIMAL(38,18), which
-- stores a numeric without precision.
(engine_type) AS (
  CASE WHEN starts_with(engine_type, 'DECIMAL(') AND NOT starts_with(engine_type, 'DECIMAL(38,18)') THEN
    (regexp_extract(engine_type, '\((\d+)', 1)::INTEGER * 65536)
      + regexp_extract(engine_type, ',(\d+)\)', 1)::INTEGER + 4
  ELSE -1 END
)
