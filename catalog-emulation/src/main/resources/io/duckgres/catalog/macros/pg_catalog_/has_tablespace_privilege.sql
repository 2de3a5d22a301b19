-- Every session works as the role that owns everything.
(object, privilege) AS (CASE WHEN object IS NOT NULL AND privilege IS NOT NULL THEN true END),
(role, object, privilege) AS (CASE WHEN role IS NOT NULL AND object IS NOT NULL AND privilege IS NOT NULL THEN true END)
