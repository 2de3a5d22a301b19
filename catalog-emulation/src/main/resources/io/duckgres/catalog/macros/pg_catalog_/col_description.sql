(arg_relation_oid, arg_column_number) AS (
  (SELECT description FROM ${pg_description} WHERE objoid = arg_relation_oid AND classoid = 1259 AND objsubid = arg_column_number)
)
