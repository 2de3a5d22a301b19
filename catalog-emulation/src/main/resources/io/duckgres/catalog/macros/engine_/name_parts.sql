-- The parts of a possibly qualified and quoted name, folded.
(name) AS (
  list_transform(regexp_extract_all(name, '"(?:[^"]|"")*"|[^."]+'), lambda part:
    CASE WHEN starts_with(part, '"') THEN replace(part[2:-2], '""', '"') ELSE lower(trim(part)) END)
)
