-- The cast from text: as to_regclass, which gives NULL for what does not exist.
(arg_text, arg_search_path) AS (
  (SELECT CASE WHEN ri_text IS NULL OR ri_oid IS NOT NULL THEN ri_oid
      ELSE error(CASE
        WHEN regexp_full_match(ri_text, '\s*("([^"]|"")+"|[^\s".]+)(\s*\.\s*("([^"]|"")+"|[^\s".]+))*\s*')
          THEN '[42P01] relation "' || array_to_string(${f.name_parts}(ri_text), '.') || '" does not exist'
        ELSE '[42602] invalid name syntax' END) END
   FROM (
     SELECT ri_text, ${f.to_regclass}(ri_text, arg_search_path) AS ri_oid FROM (SELECT arg_text AS ri_text) ri_argument
   ) ri_found)
)
