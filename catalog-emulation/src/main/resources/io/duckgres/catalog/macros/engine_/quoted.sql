-- An identifier as PostgreSQL prints it: in quotes when it must be.
(name) AS (
  CASE
    WHEN regexp_full_match(name, '[a-z_][a-z0-9_]*') AND NOT ${f.is_keyword}(name) THEN name
    ELSE '"' || replace(name, '"', '""') || '"'
  END
)
