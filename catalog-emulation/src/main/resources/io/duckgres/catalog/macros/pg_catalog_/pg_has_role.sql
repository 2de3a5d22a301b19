-- Every session works as the role that owns everything.
(role, privilege) AS (CASE WHEN role IS NOT NULL AND privilege IS NOT NULL THEN true END),
(member, role, privilege) AS (CASE WHEN member IS NOT NULL AND role IS NOT NULL THEN true END)
