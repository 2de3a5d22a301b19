-- The OID of the type of arrays of a relation's row type.
(engine_oid) AS (16387 + 4 * engine_oid)
