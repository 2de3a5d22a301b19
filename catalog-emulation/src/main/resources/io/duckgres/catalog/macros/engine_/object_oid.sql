-- The OID of an object (relation, type, schema, function) from the engine's own. Steps of four leave
-- room for the OIDs of its row type and array types.
(engine_oid) AS (16384 + 4 * engine_oid)
