-- Types as format_type() spells them; nspname is that of a user's type.
SELECT oid, spelling, base_oid, brackets, NULL::VARCHAR AS nspname, NULL::BIGINT AS number FROM ${engine.builtin_type_spellings}
UNION ALL
SELECT oid, ${f.quoted}(typname), oid, '', ${f.namespace_name}(schema_name, temporary), NULL FROM ${engine.types}
UNION ALL
SELECT typarray, ${f.quoted}(typname), oid, '[]', ${f.namespace_name}(schema_name, temporary), NULL FROM ${engine.types}
UNION ALL
SELECT reltype, ${f.quoted}(relname), reltype, '', ${f.namespace_name}(schema_name, temporary), engine_oid
FROM ${engine.relations} WHERE relkind IN ('r', 'v', 'm')
UNION ALL
SELECT reltype + 2, ${f.quoted}(relname), reltype, '[]', ${f.namespace_name}(schema_name, temporary), engine_oid
FROM ${engine.relations} WHERE relkind IN ('r', 'v', 'm')
