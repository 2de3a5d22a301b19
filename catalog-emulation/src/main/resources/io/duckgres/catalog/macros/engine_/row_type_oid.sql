-- The OID of a relation's row type; also that of a composite type's relation.
(engine_oid) AS (16385 + 4 * engine_oid)
