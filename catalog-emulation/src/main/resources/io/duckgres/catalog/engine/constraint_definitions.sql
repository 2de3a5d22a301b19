-- What pg_get_constraintdef gives.
SELECT oid, definition,
  CASE WHEN check_text IS NOT NULL THEN 'CHECK (' || ${f.shown}(check_text, true) || ')'
    WHEN contype = 'c' AND starts_with(definition, 'CHECK ((') THEN 'CHECK ' || expression ELSE definition END AS pretty_definition, table_oid AS number
FROM ${engine.constraints}
UNION ALL
SELECT oid, 'CHECK (' || ${f.shown}(conbin, false) || ')', 'CHECK (' || ${f.shown}(conbin, true) || ')' , NULL FROM ${pg_constraint} WHERE contypid <> 0 AND oid >= 16384
UNION ALL
SELECT oid, definition, pretty_definition, NULL FROM ${static.constraint_texts}
