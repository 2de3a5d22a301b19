-- The OID of a constraint and of its index: above those of other objects.
(table_oid, ordinal) AS (1073741824 + (table_oid % 16777216) * 64 + ordinal)
