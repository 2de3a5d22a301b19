-- Every session works as the role that owns everything.
(object, column_ref, privilege) AS (CASE WHEN object IS NOT NULL AND column_ref IS NOT NULL THEN true END),
(role, object, column_ref, privilege) AS (CASE WHEN object IS NOT NULL AND column_ref IS NOT NULL THEN true END)
