(name, search_path) AS (${f.view_definition}(${f.regclassin}(name, search_path), false)),
(name, pretty, search_path) AS (${f.view_definition}(${f.regclassin}(name, search_path), pretty))
