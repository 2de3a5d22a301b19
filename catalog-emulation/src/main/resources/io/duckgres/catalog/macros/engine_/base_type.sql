-- An engine type's spelling without list brackets and without modifiers: the key of the type map.
(engine_type) AS (
  CASE
    WHEN starts_with(engine_type, 'ENUM(') THEN
      CASE WHEN ends_with(engine_type, ']') THEN regexp_replace(engine_type, '(\[\d*\])+$', '') ELSE engine_type END
    WHEN ends_with(engine_type, ']') OR ends_with(engine_type, ')') THEN
      regexp_extract(engine_type, '^[A-Za-z_ "]+')
    ELSE engine_type
  END
)
