-- Spelling does not matter to PostgreSQL: case, and everything but letters and digits, is left out.
(encoding_name) AS (
  coalesce(list_position(list_transform(${f.encodings}(), lambda e: lower(replace(e, '_', ''))),
    CASE regexp_replace(lower(encoding_name), '[^a-z0-9]', '', 'g') WHEN 'unicode' THEN 'utf8' ELSE regexp_replace(lower(encoding_name), '[^a-z0-9]', '', 'g') END), 0)::INTEGER - 1
)
