-- Every session works as the role that owns everything.
(object, privilege) AS (${f.table_privilege}(${user}, object, ${f.table_words}(privilege))),
(role, object, privilege) AS (${f.table_privilege}(${f.role_of}(role), object, ${f.table_words}(privilege)))
