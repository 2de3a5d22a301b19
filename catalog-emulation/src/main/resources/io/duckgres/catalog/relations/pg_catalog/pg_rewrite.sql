SELECT oid AS oid, '_RETURN' AS rulename, oid AS ev_class, '1' AS ev_type, 'O' AS ev_enabled, true AS is_instead,
  '<>' AS ev_qual, '' AS ev_action
FROM ${engine.views}
WHERE oid NOT IN (SELECT oid FROM ${engine.partitions})
