-- What format_type() puts behind a type's name, or within it, for a typmod.
(base_oid, typmod) AS (
  CASE
    WHEN typmod IS NULL OR typmod < 0 THEN ''
    WHEN base_oid = 1700 THEN '(' || (((typmod - 4) >> 16) & 65535) || ',' || (xor((typmod - 4) & 2047, 1024) - 1024) || ')'
    WHEN base_oid IN (1042, 1043) THEN CASE WHEN typmod > 4 THEN '(' || (typmod - 4) || ')' ELSE '' END
    WHEN base_oid = 1186 THEN
      CASE (typmod >> 16) & 32767
        WHEN 4 THEN ' year' WHEN 2 THEN ' month' WHEN 8 THEN ' day' WHEN 1024 THEN ' hour' WHEN 2048 THEN ' minute'
        WHEN 4096 THEN ' second' WHEN 6 THEN ' year to month' WHEN 1032 THEN ' day to hour' WHEN 3080 THEN ' day to minute'
        WHEN 7176 THEN ' day to second' WHEN 3072 THEN ' hour to minute' WHEN 7168 THEN ' hour to second'
        WHEN 6144 THEN ' minute to second' ELSE ''
      END || CASE WHEN typmod & 65535 = 65535 THEN '' ELSE '(' || (typmod & 65535) || ')' END
    WHEN base_oid IN (1083, 1114, 1184, 1266, 1560, 1562) THEN '(' || typmod || ')'
    ELSE ''
  END
)
