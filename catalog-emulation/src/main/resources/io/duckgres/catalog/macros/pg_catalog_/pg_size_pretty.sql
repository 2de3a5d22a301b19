-- Source: src/backend/utils/adt/dbsize.c: the first unit in which the number stays below its limit.
(size) AS (
  CASE
    WHEN abs(size) < 10240 THEN size || ' bytes'
    WHEN abs(size) < 10484736 THEN round(size / 1024.0)::BIGINT || ' kB'
    WHEN abs(size) < 10736369664 THEN round(size / 1048576.0)::BIGINT || ' MB'
    WHEN abs(size) < 10994042535936 THEN round(size / 1073741824.0)::BIGINT || ' GB'
    WHEN abs(size) < 11257899556798464 THEN round(size / 1099511627776.0)::BIGINT || ' TB'
    ELSE round(size / 1125899906842624.0)::BIGINT || ' PB'
  END
)
