-- What pg_get_constraintdef gives; a pretty check has one pair of parentheses less.
SELECT oid, definition, CASE WHEN contype = 'c' AND starts_with(definition, 'CHECK ((') THEN 'CHECK ' || expression ELSE definition END AS pretty_definition
FROM ${engine.constraints}
UNION ALL
SELECT oid, 'CHECK (' || conbin || ')', 'CHECK ' || conbin FROM ${pg_constraint} WHERE contypid <> 0 AND oid >= 16384
UNION ALL
SELECT oid, definition, pretty_definition FROM ${static.constraint_texts}
