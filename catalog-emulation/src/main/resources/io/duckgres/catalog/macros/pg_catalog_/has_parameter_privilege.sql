-- Every session works as the role that owns everything.
(parameter, privilege) AS (CASE WHEN parameter IS NOT NULL AND privilege IS NOT NULL THEN true END),
(role, parameter, privilege) AS (CASE WHEN role IS NOT NULL AND parameter IS NOT NULL AND privilege IS NOT NULL THEN true END)
