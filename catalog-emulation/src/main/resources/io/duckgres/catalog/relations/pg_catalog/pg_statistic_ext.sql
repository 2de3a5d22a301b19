SELECT oid, relid AS stxrelid, stxname, stxnamespace, 10 AS stxowner, coalesce(numbers, []) AS stxkeys, target AS stxstattarget,
  kinds AS stxkind,
  CASE WHEN len(expressions) > 0 THEN array_to_string(list_transform(expressions, lambda x: ${f.shown}(x, false)), ', ') END AS stxexprs
FROM ${engine.statistics}
