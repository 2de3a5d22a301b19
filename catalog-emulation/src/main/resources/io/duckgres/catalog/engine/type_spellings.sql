-- Types as format_type() spells them; nspname is that of a user's type.
SELECT oid, spelling, base_oid, brackets, NULL AS nspname FROM ${engine.builtin_type_spellings}
UNION ALL
SELECT oid, ${f.quoted}(typname), oid, '', ${f.namespace_name}(schema_name, temporary) FROM ${engine.types}
UNION ALL
SELECT typarray, ${f.quoted}(typname), oid, '[]', ${f.namespace_name}(schema_name, temporary) FROM ${engine.types}
UNION ALL
SELECT reltype, ${f.quoted}(relname), reltype, '', ${f.namespace_name}(schema_name, temporary)
FROM ${engine.relations} WHERE relkind IN ('r', 'v')
UNION ALL
SELECT reltype + 2, ${f.quoted}(relname), reltype, '[]', ${f.namespace_name}(schema_name, temporary)
FROM ${engine.relations} WHERE relkind IN ('r', 'v')
