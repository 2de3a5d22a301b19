-- The number of an object, from which its OIDs are made: the registered one, else one from the engine's own OID, in a range of its own.
(registered, engine_oid) AS (coalesce(registered, 8388608 + engine_oid % 8388608))
