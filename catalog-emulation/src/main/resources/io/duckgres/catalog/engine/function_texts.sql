SELECT oid, arguments, identity_arguments, result FROM ${static.function_texts}
UNION ALL
SELECT oid, arguments_text, identity_text, result_text FROM ${side}.routines
UNION ALL
SELECT oid, array_to_string(list_transform(proargnames, lambda name: ${f.quoted}(name) || ' anyelement'), ', '),
  array_to_string(list_transform(proargnames, lambda name: ${f.quoted}(name) || ' anyelement'), ', '),
  CASE WHEN proretset THEN 'SETOF record' ELSE 'anyelement' END
FROM ${engine.routines}
WHERE oid NOT IN (SELECT oid FROM ${side}.routines)
