-- All indexes are B-trees. Source: src/backend/utils/adt/amutils.c.
(am_oid, property) AS (
  CASE WHEN am_oid = 403 AND lower(property) IN ('can_order', 'can_unique', 'can_multi_col', 'can_exclude', 'can_include') THEN true END
)
