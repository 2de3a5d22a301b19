-- The cast from text: as to_regtype, which gives NULL for what does not exist.
(arg_text, arg_search_path) AS (
  (SELECT CASE WHEN ti_text IS NULL OR ti_oid IS NOT NULL THEN ti_oid ELSE error('[42704] type "' || ti_text || '" does not exist') END
   FROM (
     SELECT ti_text, ${f.to_regtype}(ti_text, arg_search_path) AS ti_oid FROM (SELECT arg_text AS ti_text) ti_argument
   ) ti_found)
)
