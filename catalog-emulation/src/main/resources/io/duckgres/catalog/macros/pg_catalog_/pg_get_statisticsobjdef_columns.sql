-- What a statistics object is about: its columns and expressions.
(object_oid) AS (
  (SELECT any_value(dg_text) FROM (SELECT oid AS dg_oid, array_to_string(
    list_concat(list_transform(coalesce(names, []), lambda x: ${f.quoted}(x)), list_transform(expressions, lambda x: ${f.shown}(x, false))), ', ') AS dg_text
    FROM ${engine.statistics}) dg_statistics WHERE dg_oid = object_oid)
)
