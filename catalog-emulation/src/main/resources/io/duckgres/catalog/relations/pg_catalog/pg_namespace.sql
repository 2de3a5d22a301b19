SELECT oid, nspname, 10 AS nspowner, NULL AS nspacl FROM ${engine.namespaces}
