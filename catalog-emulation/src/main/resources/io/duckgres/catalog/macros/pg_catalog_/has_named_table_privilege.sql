-- has_table_privilege() of a relation that is given by its name.
(object, privilege, search_path) AS (${f.table_privilege}(${user}, ${f.regclassin}(object, search_path), ${f.table_words}(privilege))),
(role, object, privilege, search_path) AS (${f.table_privilege}(${f.role_of}(role), ${f.regclassin}(object, search_path), ${f.table_words}(privilege)))
