SELECT oid, definition FROM ${engine.constraints}
UNION ALL
SELECT oid, 'CHECK (' || conbin || ')' FROM ${pg_constraint} WHERE contypid <> 0
