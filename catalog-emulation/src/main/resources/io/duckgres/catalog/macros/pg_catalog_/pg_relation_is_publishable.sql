(arg_relation_oid) AS ((SELECT relkind IN ('r', 'p') AND oid >= 16384 AND relpersistence = 'p' FROM ${pg_class} WHERE oid = arg_relation_oid))
