-- The OID of the type of arrays of a user's type.
(engine_oid) AS (16386 + 4 * engine_oid)
