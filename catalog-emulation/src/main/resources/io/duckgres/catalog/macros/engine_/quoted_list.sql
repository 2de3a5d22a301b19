-- Identifiers as PostgreSQL lists them.
(names) AS (
  array_to_string(list_transform(names, lambda name: ${f.quoted}(name)), ', ')
)
