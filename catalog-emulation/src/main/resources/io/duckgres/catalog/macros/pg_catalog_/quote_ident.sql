(name) AS (${f.quoted}(name))
